import { inRoot } from '../lib/paths.mjs';
import { startPostgres } from '../lib/postgres.mjs';

const POSTGRES_VARIABLE =
  'BACKSTAGE_TEST_DATABASE_POSTGRES15_CONNECTION_STRING';

/** A step that runs a test file of packages/backend in its long form, on the PostgreSQL that is given or one of its own. */
export const backendTest = file => async toolchain => {
  const given = process.env[POSTGRES_VARIABLE];
  const started = given ? undefined : await startPostgres();
  if (!given && !started) {
    throw new Error(
      `This needs a PostgreSQL: install one (for example \`apt-get install postgresql\`), or set ${POSTGRES_VARIABLE}.`,
    );
  }
  try {
    await toolchain.bin(
      'backstage-cli',
      ['package', 'test', '--watchAll=false', file],
      {
        cwd: inRoot('packages/backend'),
        env: {
          ...toolchain.env,
          CI: '1',
          CONDUCTOR_LONG_TESTS: '1',
          BACKSTAGE_TEST_DISABLE_DOCKER: '1',
          [POSTGRES_VARIABLE]: given ?? started.connection,
        },
      },
    );
  } finally {
    await started?.stop();
  }
};
