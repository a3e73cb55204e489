// Measures: `yarn bench NAME [--json] [--quick]`. Without a name it says which there are. See bench/README.md.
import { fail, step } from './lib/log.mjs';
import { inRoot } from './lib/paths.mjs';
import { startPostgres } from './lib/postgres.mjs';
import { CommandError } from './lib/run.mjs';
import { prepare } from './lib/toolchain.mjs';

const POSTGRES_VARIABLE =
  'BACKSTAGE_TEST_DATABASE_POSTGRES15_CONNECTION_STRING';

try {
  const toolchain = await prepare();
  const given = process.env[POSTGRES_VARIABLE];
  const started = given ? undefined : await startPostgres();
  const connection = given ?? started?.connection;
  if (!connection) {
    step(
      `No PostgreSQL: measuring on SQLite alone. Install one, or set ${POSTGRES_VARIABLE}.`,
    );
  }
  try {
    await toolchain.run(
      [
        '--require',
        inRoot('node_modules/@backstage/cli/config/nodeTransform.cjs'),
        inRoot('bench/src/main.ts'),
        ...process.argv.slice(2),
      ],
      {
        env: {
          ...toolchain.env,
          NODE_ENV: 'production',
          ...(connection && { CONDUCTOR_BENCH_POSTGRES: connection }),
        },
      },
    );
  } finally {
    await started?.stop();
  }
} catch (error) {
  if (error instanceof CommandError) {
    // It has said itself what was wrong.
    process.exitCode = 1;
  } else {
    fail(error.message);
  }
}
