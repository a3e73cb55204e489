export * from './GroupCard';
