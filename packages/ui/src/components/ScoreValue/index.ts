export * from './ScoreValue';
export * from './levelWord';
