/**
 * Boards of service level objectives: budgets, burns, unit cost.
 *
 * @packageDocumentation
 */
export * from './api';
export { sloPlugin as default } from './plugin';
