export * from './pagedListState';
export * from './useCursorTrail';
export * from './useLoad';
export * from './useOverflow';
export * from './usePagedList';
export * from './useUrlState';
