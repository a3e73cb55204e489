export * from './EnvironmentSelect';
