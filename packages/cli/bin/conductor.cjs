#!/usr/bin/env node
const { existsSync } = require('node:fs');
const { resolve } = require('node:path');

async function main() {
  // In the repository there is source, in the published package only what was built from it.
  const isSource = existsSync(resolve(__dirname, '../src'));
  if (isSource) require('@backstage/cli/config/nodeTransform.cjs');
  const { runCli } = isSource ? require('../src') : require('..');
  process.exitCode = await runCli(process.argv.slice(2));
}

main().catch(error => {
  process.stderr.write(`conductor: ${error.stack}\n`);
  // Not 1, which says that the gate was asked and refused.
  process.exitCode = 2;
});
