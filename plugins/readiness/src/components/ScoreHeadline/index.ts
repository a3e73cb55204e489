export * from './ScoreHeadline';
