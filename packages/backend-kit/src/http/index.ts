export * from './guardRouter';
export type { BodyLimit } from './readBody';
export * from './query';
