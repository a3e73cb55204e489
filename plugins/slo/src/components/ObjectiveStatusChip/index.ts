export * from './BurningChip';
export * from './ObjectiveStatusChip';
