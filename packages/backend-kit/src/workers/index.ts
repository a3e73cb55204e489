export * from './BackgroundFunction';
export { forThread, type ThreadFunction, type ThreadReply } from './forThread';
