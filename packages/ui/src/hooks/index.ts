export * from './useCursorTrail';
export * from './useLoad';
export * from './useUrlState';
