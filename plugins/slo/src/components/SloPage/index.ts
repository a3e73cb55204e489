export * from './SloPage';
