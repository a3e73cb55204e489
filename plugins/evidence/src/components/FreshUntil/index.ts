export * from './FreshUntil';
