export * from './ChangeFeed';
export * from './changeFeedTable';
export * from './cursorTable';
export * from './FeedConsumer';
export * from './FeedGoneError';
export * from './runUntilIdle';
export * from './types';
