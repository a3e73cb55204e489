/**
 * The mechanics that every backend of the suite shares: change feed, catalog projection, authorization, cursors.
 *
 * @packageDocumentation
 */
export * from './access';
export * from './feed';
export * from './lib';
export * from './projection';
