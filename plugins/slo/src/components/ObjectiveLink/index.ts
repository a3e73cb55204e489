export * from './EntityLink';
export * from './ObjectiveLink';
