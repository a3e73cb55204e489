export * from './reported';
export * from './whileAlone';
