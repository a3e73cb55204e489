export * from './TeamsTable';
