export * from './canonicalJson';
export * from './cursors';
export * from './insertInChunks';
export * from './normalizeEntityRef';
export * from './sha256Hex';
export * from './tenantOf';
