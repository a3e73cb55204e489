export * from './useBoardFilter';
export * from './useHighlights';
export * from './useMyTeams';
export * from './useNow';
export * from './useObjectives';
export * from './useTeams';
