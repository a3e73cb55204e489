import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { spec } from './openapi';

describe('openapi.ts', () => {
  it('says what openapi.yaml says; if not, run `yarn generate`', () => {
    const source = readFileSync(join(__dirname, 'openapi.yaml'), 'utf8');
    expect(spec).toEqual(parse(source));
  });
});
