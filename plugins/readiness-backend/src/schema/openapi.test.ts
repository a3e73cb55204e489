import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { spec } from './openapi';

describe('openapi.ts', () => {
  it('is what openapi.yaml says; else run `yarn generate`', async () => {
    const source = await readFile(join(__dirname, 'openapi.yaml'), 'utf8');
    expect(spec).toEqual(parse(source));
  });
});
