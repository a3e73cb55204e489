export * from './BackgroundFunction';
export { forThread, type ThreadFunction } from './forThread';
