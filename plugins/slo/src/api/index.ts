export * from './SloApi';
export * from './SloClient';
