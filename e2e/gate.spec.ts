import { expect, test } from '@playwright/test';
import fs from 'node:fs';
import path from 'node:path';
import { conductor } from './conductor';

test('a pipeline is let through, refused, and told what to do', async ({
  baseURL,
}, testInfo) => {
  const url = baseURL!;

  // The sample evidence is loaded in the background: the newest first.
  await expect
    .poll(
      async () =>
        (
          await conductor(url, [
            'gate',
            '--entity',
            'gateway',
            '--env',
            'production',
          ])
        ).code,
      { timeout: 120_000 },
    )
    .toBe(0);

  const passed = await conductor(url, [
    'gate',
    '--entity',
    'gateway',
    '--env',
    'production',
    '--json',
  ]);
  const decision = JSON.parse(passed.stdout);
  expect(['pass', 'warn']).toContain(decision.decision);
  expect(decision.score).toBeGreaterThanOrEqual(0.9);

  const raised = await conductor(url, [
    'gate',
    '--entity',
    'gateway',
    '--env',
    'production',
    '--min',
    '1',
  ]);
  expect(raised.code).toBe(decision.score >= 1 ? 0 : 1);

  const refused = await conductor(url, [
    'gate',
    '--entity',
    'policy-reasoner',
    '--env',
    'production',
  ]);
  expect(refused.code).toBe(1);
  expect(refused.stdout).toMatch(/0\.9/);

  const lowered = await conductor(url, [
    'gate',
    '--entity',
    'policy-reasoner',
    '--env',
    'production',
    '--min',
    '0.1',
    '--json',
  ]);
  expect(lowered.code).toBe(1);
  expect(JSON.parse(lowered.stdout).threshold).toBe(0.9);

  const unknown = await conductor(url, [
    'gate',
    '--entity',
    'gatway',
    '--env',
    'production',
  ]);
  expect(unknown.code).toBe(2);
  expect(unknown.stderr).toContain('component:default/gateway');

  // Pushing and asking in one pipeline does not race: the fact of this commit counts at once.
  const commit = '5eed'.repeat(10);
  const before = await conductor(url, [
    'gate',
    '--entity',
    'llm-router',
    '--env',
    'production',
    '--commit',
    commit,
  ]);
  expect(before.code).toBe(2);

  const report = testInfo.outputPath('lcov.info');
  fs.mkdirSync(path.dirname(report), { recursive: true });
  fs.writeFileSync(
    report,
    'TN:\nSF:src/route.ts\nDA:1,4\nDA:2,4\nDA:3,0\nDA:4,1\nLF:4\nLH:3\nend_of_record\n',
  );
  const push = [
    'evidence',
    'push',
    report,
    '--entity',
    'llm-router',
    '--env',
    'production',
    '--commit',
    commit,
    '--run',
    '77',
    '--json',
  ];
  const pushed = await conductor(url, push);
  expect(pushed.code).toBe(0);
  expect(JSON.parse(pushed.stdout).items[0].status).toBe('created');

  const after = await conductor(url, [
    'gate',
    '--entity',
    'llm-router',
    '--env',
    'production',
    '--commit',
    commit,
    '--json',
  ]);
  expect(after.code).toBe(1);
  const coverage = JSON.parse(after.stdout).dimensions.find(
    (dimension: { name: string }) => dimension.name === 'coverage',
  );
  expect(coverage.facts[0].value).toBe(0.75);
  expect(coverage.points).toBeCloseTo((0.75 / 0.8) * 25, 9);

  const again = await conductor(url, push);
  expect(JSON.parse(again.stdout).items[0].status).toBe('existing');
});
