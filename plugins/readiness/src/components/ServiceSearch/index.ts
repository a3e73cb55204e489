export * from './ServiceSearch';
