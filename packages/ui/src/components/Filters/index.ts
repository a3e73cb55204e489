export * from './ActiveFilters';
export * from './FilterChoices';
export * from './FilterMenu';
export * from './FilterSearch';
export * from './types';
