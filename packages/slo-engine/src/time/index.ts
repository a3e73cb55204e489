export * from './parseDuration';
export * from './windowAt';
