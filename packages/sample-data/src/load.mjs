#!/usr/bin/env node
import { setTimeout as sleep } from 'node:timers/promises';
import { keepToppedUp } from './keepToppedUp.mjs';
import { Portal } from './Portal.mjs';
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

  const start = new Date();
  const first = await sampleData.load(start, showProgress);
  const seconds = Math.round((Date.now() - start.getTime()) / 1000);
  report(`loaded in ${seconds} s`, first);
  if (!settings.stay) {
    if (first.rejected.length > 0) process.exitCode = 1;
    return;
  }
  await keepToppedUp({
    clock: () => new Date(),
    sleep,
    last: start,
    topUp: async now => {
      const until = `${now.toISOString().slice(0, 16)}Z`;
      report(`topped up until ${until}`, await sampleData.load(now));
    },
    onFailure: ({ message }) =>
      fail(`the next top-up is in an hour: ${message}`),
  });
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

function fail(message) {
  process.stderr.write(`sample evidence: ${message}\n`);
}

main().catch(error => {
  fail(error.message);
  process.exitCode = 1;
});
