export * from './NoObjectives';
