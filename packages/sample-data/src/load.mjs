#!/usr/bin/env node
import { setTimeout as sleep } from 'node:timers/promises';
import { keepCounting } from './keepCounting.mjs';
import { keepToppedUp } from './keepToppedUp.mjs';
import { Portal } from './Portal.mjs';
import { SampleCounts } from './SampleCounts.mjs';
import { SampleData } from './SampleData.mjs';
import { USAGE, readSettings } from './settings.mjs';

async function main() {
  const settings = readSettings(process.argv.slice(2), process.env);
  if (settings === 'help') {
    process.stdout.write(`${USAGE}\n`);
    return;
  }
  const portal = new Portal(settings);
  await portal.waitUntilReady();
  const sampleData = new SampleData({ portal, settings });

  const counts = new SampleCounts({ portal, settings });

  const start = new Date();
  const since = () => Math.round((Date.now() - start.getTime()) / 1000);
  // Each of its own: scores begin with the evidence, and boards with the counts.
  const [evidence, counted] = await Promise.all([
    sampleData.load(start, showProgress).then(outcome => {
      report(`loaded in ${since()} s`, outcome);
      return outcome;
    }),
    counts.load(start).then(
      outcome => {
        reportCounts(`pushed in ${since()} s`, outcome);
        return outcome.rejected.length === 0;
      },
      ({ message }) => {
        fail(`counts were not pushed: ${message}`);
        return false;
      },
    ),
  ]);
  if (!settings.stay) {
    if (evidence.rejected.length > 0 || !counted) process.exitCode = 1;
    return;
  }
  const clock = () => new Date();
  await Promise.all([
    keepToppedUp({
      clock,
      sleep,
      last: start,
      topUp: async now => {
        const until = `${now.toISOString().slice(0, 16)}Z`;
        report(`topped up until ${until}`, await sampleData.load(now));
      },
      onFailure: ({ message }) =>
        fail(`the next top-up is in an hour: ${message}`),
    }),
    keepCounting({
      clock,
      sleep,
      count: async now => reportRefused((await counts.load(now)).rejected),
      onFailure: ({ message }) =>
        fail(`counts wait until the portal takes them again: ${message}`),
    }),
  ]);
}

function showProgress(done, all) {
  if (!process.stdout.isTTY) return;
  process.stdout.write(`\rsample evidence: ${done} of ${all}`);
}

function report(what, { created, existing, rejected }) {
  const start = process.stdout.isTTY ? '\r' : '';
  process.stdout.write(
    `${start}sample evidence ${what}: ${created} pushed, ${existing} there already, ${rejected.length} refused\n`,
  );
  for (const { record, error } of rejected) {
    const { entity } = record.manifest;
    fail(`${record.file} for ${entity} was refused: ${error?.message}`);
  }
}

function reportCounts(what, { minutes, rejected }) {
  const days = (minutes / 1440).toFixed(1);
  process.stdout.write(`sample counts of ${days} days ${what}\n`);
  reportRefused(rejected);
}

function reportRefused(rejected) {
  for (const { series, error } of rejected) {
    const { slo, entityRef } = series;
    fail(`counts of ${slo} for ${entityRef} were refused: ${error?.message}`);
  }
}

function fail(message) {
  process.stderr.write(`sample data: ${message}\n`);
}

main().catch(error => {
  fail(error.message);
  process.exitCode = 1;
});
