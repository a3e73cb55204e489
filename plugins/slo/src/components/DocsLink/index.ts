export * from './DocsLink';
