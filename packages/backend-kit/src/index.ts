/**
 * The mechanics that every backend of the suite shares: change feed, catalog projection, transitions, authorization, cursors, guards of HTTP.
 *
 * @packageDocumentation
 */
export * from './access';
export * from './errors';
export * from './feed';
export * from './http';
export * from './lib';
export * from './projection';
export * from './tasks';
export * from './transitions';
export * from './workers';
