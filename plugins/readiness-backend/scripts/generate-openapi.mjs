// Turns src/schema/openapi.yaml into src/schema/openapi.ts, which the router validates by. A test compares the two.
import { readFile, writeFile } from 'node:fs/promises';
import { parse } from 'yaml';

const folder = new URL('../src/schema/', import.meta.url);
const document = parse(await readFile(new URL('openapi.yaml', folder), 'utf8'));
await writeFile(
  new URL('openapi.ts', folder),
  [
    '// Made from openapi.yaml by `yarn generate`; change it there.',
    `export const spec = ${JSON.stringify(document)} as const;\n`,
  ].join('\n'),
);
