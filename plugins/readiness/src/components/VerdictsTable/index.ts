export * from './VerdictsTable';
