// A PostgreSQL of one's own, for tests that stop and start it. Says `at <connection>` or `none` on standard output, then takes one word a
// line on standard input and answers `done`: `halt`, `crash`, `resume`. Ends, and removes it, when its input ends.
import readline from 'node:readline';
import { fail } from './lib/log.mjs';
import { startPostgres } from './lib/postgres.mjs';

const say = line => process.stdout.write(`${line}\n`);

try {
  const postgres = await startPostgres();
  say(postgres ? `at ${postgres.connection}` : 'none');
  if (postgres) {
    const words = {
      halt: () => postgres.halt(),
      crash: () => postgres.halt('SIGQUIT'),
      resume: () => postgres.resume(),
    };
    try {
      for await (const word of readline.createInterface(process.stdin)) {
        await words[word]();
        say('done');
      }
    } finally {
      await postgres.stop();
    }
  }
} catch (error) {
  fail(error.message);
}
