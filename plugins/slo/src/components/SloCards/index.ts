export * from './GroupCard';
export * from './ServiceCard';
