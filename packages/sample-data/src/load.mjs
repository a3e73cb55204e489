#!/usr/bin/env node
import { loadAnchor } from './anchor.mjs';
import { planBatches } from './planBatches.mjs';
import { Portal } from './Portal.mjs';
import { findProjectReports } from './projectReports.mjs';
import { expandSchedule, readSchedule } from './schedule.mjs';
import { USAGE, readSettings } from './settings.mjs';

async function main() {
  const settings = readSettings(process.argv.slice(2), process.env);
  if (settings === 'help') {
    process.stdout.write(`${USAGE}\n`);
    return;
  }
  const portal = new Portal(settings);
  await portal.waitUntilReady();

  const now = new Date();
  const anchor = await loadAnchor(settings.data, now);
  const schedule = await readSchedule(settings.evidence);
  const sample = expandSchedule(schedule, {
    folder: settings.evidence,
    anchor,
    now,
  });
  const [newest, ...past] = planBatches(sample);
  const own = await findProjectReports(settings.artifacts);
  const batches = [newest, own, ...past].filter(batch => batch?.length > 0);

  const sum = { created: 0, existing: 0, rejected: [] };
  for (const batch of batches) {
    const result = await portal.push(batch);
    sum.created += result.created;
    sum.existing += result.existing;
    sum.rejected.push(...result.rejected);
    showProgress(sum, sample.length + own.length);
  }
  report(sum);
}

function showProgress({ created, existing, rejected }, all) {
  if (!process.stdout.isTTY) return;
  const done = created + existing + rejected.length;
  process.stdout.write(`\rsample evidence: ${done} of ${all}`);
}

function report({ created, existing, rejected }) {
  const start = process.stdout.isTTY ? '\r' : '';
  process.stdout.write(
    `${start}sample evidence: ${created} pushed, ${existing} there already, ${rejected.length} refused\n`,
  );
  for (const { record, error } of rejected) {
    process.stderr.write(
      `sample evidence: ${record.file} for ${record.manifest.entity} was refused: ${error?.message}\n`,
    );
  }
  if (rejected.length > 0) process.exitCode = 1;
}

main().catch(error => {
  process.stderr.write(`sample evidence: ${error.message}\n`);
  process.exitCode = 1;
});
