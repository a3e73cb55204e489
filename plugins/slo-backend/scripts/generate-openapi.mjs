// Writes src/schema/openapi.ts from src/schema/openapi.yaml; a test fails where the two differ.
import { readFileSync, writeFileSync } from 'node:fs';
import { parse } from 'yaml';

const source = new URL('../src/schema/openapi.yaml', import.meta.url);
const target = new URL('../src/schema/openapi.ts', import.meta.url);

writeFileSync(
  target,
  `// Generated from openapi.yaml: change that file and run \`yarn generate\`.
export const spec = ${JSON.stringify(
    parse(readFileSync(source, 'utf8')),
  )} as const;
`,
);
