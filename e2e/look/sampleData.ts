import { expect } from '@playwright/test';
import fs from 'node:fs';
import path from 'node:path';

/** Waits until the sample organisation's month of evidence is in the portal under test. */
export async function sampleData(): Promise<void> {
  const log = path.join(process.env.CONDUCTOR_E2E_DATA!, 'portal.log');
  await expect
    .poll(() => fs.readFileSync(log, 'utf8'), { timeout: 180_000 })
    .toContain('sample evidence loaded');
}
