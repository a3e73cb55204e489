import { Fact } from '@maestro-conductor/plugin-evidence-common';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { COVERAGE, startEvidence } from './__testUtils__/startEvidence';

const dir = process.env.CONDUCTOR_TEST_DATA;

/** Files that real projects published, by the folder of their format. */
function realFiles(format: string, pattern: RegExp): string[] {
  const root = join(dir!, 'evidence');
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter(path => path.includes(format) && pattern.test(path))
    .sort()
    .map(path => join(root, path));
}

describe('the evidence plugin with reports of real projects', () => {
  if (!dir) {
    it('needs CONDUCTOR_TEST_DATA, not set: nothing checked', () => {
      expect(dir).toBeFalsy();
    });
    return;
  }

  it('reads coverage and tests, and gives the very bytes back', async () => {
    const { backend, push, get } = await startEvidence();
    const files = [
      ...realFiles('lcov', /\.info$/).slice(0, 2),
      ...realFiles('junit', /\.xml$/).slice(0, 2),
    ];
    expect(files.length).toBeGreaterThan(0);
    const items = files.map((_, index) => ({ ...COVERAGE, file: `f${index}` }));
    const contents = Object.fromEntries(
      files.map((path, index) => [`f${index}`, readFileSync(path)]),
    );
    const response = await push({ items, files: contents }).expect(200);
    for (const [index, item] of response.body.items.entries()) {
      expect([files[index], item.error, item.status]).toEqual([
        files[index],
        undefined,
        'created',
      ]);
      const { id } = item.record;
      const record = await get(`/v1/records/${id}`).expect(200);
      const names = record.body.facts.map((fact: Fact) => fact.name);
      expect(
        names.includes('test.coverage.lines') || names.includes('test.total'),
      ).toBe(true);
      const raw = await get(`/v1/records/${id}/content`).expect(200);
      expect(raw.body.equals(contents[`f${index}`])).toBe(true);
    }
    await backend.stop();
  }, 60_000);
});
