import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The root of the checkout. */
export const root = path.resolve(
  path.dirname(fileURLToPath(import.meta.url)),
  '../..',
);

/** What the scripts install for themselves; git-ignored. */
export const toolsDir = path.join(root, '.tools');

export const inRoot = (...segments) => path.join(root, ...segments);
