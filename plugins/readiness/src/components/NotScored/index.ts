export * from './NotScored';
