export * from './useEntityHistory';
export * from './useEntityScore';
export * from './usePagedList';
export * from './useScorecards';
