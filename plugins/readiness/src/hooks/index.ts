export * from './useEntityHistory';
export * from './useEntityScore';
export * from './usePagedList';
export * from './useScorecards';
export * from './useSummary';
export * from './useToggledSet';
