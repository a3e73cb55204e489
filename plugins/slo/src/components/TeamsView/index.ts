export * from './TeamsView';
