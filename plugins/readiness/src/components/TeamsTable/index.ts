export * from './NoTeams';
export * from './TeamName';
export * from './TeamsTable';
