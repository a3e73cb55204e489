export * from './getFromPlugin';
export * from './saveBlob';
