export * from './BoardFilters';
export * from './SortMenu';
