export * from './useCursorTrail';
export * from './useLoad';
export * from './useOverflow';
export * from './useUrlState';
