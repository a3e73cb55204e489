export * from './readOpenSlo';
export * from './types';
