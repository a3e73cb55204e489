// What takes too long for every day: `yarn verify:full`, or `yarn verify:full NAME …` for some of it.
import { fail, step } from './lib/log.mjs';
import { prepare } from './lib/toolchain.mjs';
import { backendTest } from './verify/backendTest.mjs';
import { newPlugin } from './verify/newPlugin.mjs';

/** By name: what is shown, and how. */
const STEPS = {
  'database-away': [
    'The database is stopped, crashes and comes back while pipelines push and ask',
    backendTest('src/databaseAway.test.ts'),
  ],
  'killed-replica': [
    'One of two replicas is killed under load',
    backendTest('src/killedReplica.test.ts'),
  ],
  'two-replicas': [
    'Two replicas show and keep the same',
    backendTest('src/twoReplicas.test.ts'),
  ],
  'new-plugin': [
    'A plugin made by `yarn new` passes everything that a change must pass',
    newPlugin,
  ],
};

try {
  const names = process.argv.slice(2);
  const unknown = names.find(name => !(name in STEPS));
  if (unknown) {
    throw new Error(
      `There is no ${unknown}; there are ${Object.keys(STEPS).join(', ')}.`,
    );
  }
  const toolchain = await prepare();
  for (const name of names.length > 0 ? names : Object.keys(STEPS)) {
    const [what, show] = STEPS[name];
    step(`${name}: ${what}`);
    await show(toolchain);
  }
} catch (error) {
  fail(error.message);
}
