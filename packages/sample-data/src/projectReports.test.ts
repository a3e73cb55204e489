import { mkdir, mkdtemp, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findProjectReports } from './projectReports.mjs';

describe('findProjectReports', () => {
  it('finds nothing where the tests never ran', async () => {
    expect(await findProjectReports(join(tmpdir(), 'never-made'))).toEqual([]);
  });

  it('takes what the test command leaves behind, and nothing else that looks like it', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'reports-'));
    const coverage = join(folder, 'coverage/lcov.info');
    // The report in HTML has folders that are named like sources, and browser tests leave files of their own.
    await mkdir(join(folder, 'coverage/lcov-report/src/lcov'), {
      recursive: true,
    });
    await mkdir(join(folder, 'browser/gate'), { recursive: true });
    await writeFile(join(folder, 'browser/gate/lcov.info'), 'TN:');
    await writeFile(coverage, 'TN:');
    const written = new Date('2026-01-02T03:04:05.000Z');
    await utimes(coverage, written, written);
    expect(await findProjectReports(folder)).toEqual([
      expect.objectContaining({
        file: coverage,
        manifest: expect.objectContaining({
          entity: 'component:default/maestro-conductor',
          kind: 'coverage',
          observedAt: '2026-01-02T03:04:05.000Z',
        }),
      }),
    ]);
  });
});
