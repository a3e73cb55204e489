// Who may import whom. Each package's .eslintrc.js gets its rules from here; docs/architecture.md says why.
const path = require('node:path');
const createConfig = require('@backstage/cli/config/eslint-factory');

const own = name => `@maestro-conductor/${name}`;

/** Packages of this repository that a package may import. One that is not listed may import none. */
const ALLOWED = {
  'evidence-readers-engine': ['plugin-evidence-common'],
  cli: [
    'evidence-readers-engine',
    'plugin-evidence-common',
    'plugin-readiness-common',
  ],

  'evidence-node': ['plugin-evidence-common'],
  'evidence-backend': [
    'backend-kit',
    'evidence-readers-engine',
    'plugin-evidence-common',
    'plugin-evidence-node',
  ],
  'evidence-backend-module-catalog': [
    'plugin-evidence-common',
    'plugin-evidence-node',
  ],
  'evidence-backend-module-ci': [
    'evidence-readers-engine',
    'plugin-evidence-common',
    'plugin-evidence-node',
  ],
  evidence: ['ui', 'plugin-evidence-common'],

  'readiness-node': ['plugin-readiness-common'],
  'readiness-backend': [
    'backend-kit',
    'plugin-evidence-common',
    'plugin-evidence-node',
    'plugin-readiness-common',
    'plugin-readiness-node',
  ],
  readiness: ['ui', 'plugin-readiness-common'],

  'permission-backend-module-opa': [
    'plugin-evidence-common',
    'plugin-readiness-common',
  ],

  // Wiring only: every plugin, nothing else.
  app: ['plugin-*', 'ui'],
  backend: ['plugin-*'],
};

const PURE = {
  group: [
    '@backstage/backend-*',
    '@backstage/plugin-*-node',
    'knex',
    'express',
  ],
  message: 'This code runs in the command line or the browser too: no server.',
};
const DOMAIN = {
  group: [
    '@backstage/backend-*',
    'knex',
    'express',
    'node:fs',
    'node:fs/*',
    '**/database/**',
    '**/service/**',
    '**/router/**',
  ],
  message: 'domain/ is pure: what it needs is passed in.',
};
const SQL = {
  group: ['knex'],
  message: 'SQL belongs into database/; plugin.ts and tests may hand Knex on.',
};
const HTTP = {
  group: ['express', 'express-promise-router', 'busboy'],
  message: 'HTTP belongs into router/.',
};
const NEW_FRONTEND = {
  group: ['@backstage/frontend-plugin-api'],
  message:
    'Only plugin.tsx and extensions/ know the frontend system; components take hooks and refs from @backstage/core-plugin-api.',
};
const ZOD = {
  group: ['zod', 'zod/*'],
  message: 'Keep zod objects out of packages that the browser loads.',
};

function foreign(name) {
  const allowed = (ALLOWED[name] ?? []).map(other => `!${own(other)}`);
  return {
    group: [own('*'), ...allowed],
    message: `${name} may not import this; see scripts/walls.cjs.`,
  };
}

/** Rules by folder: the last that matches a file holds, so each repeats what holds for the package. */
function rooms(name, role) {
  const always = [foreign(name)];
  switch (role) {
    case 'common-library':
      return [['src/**', [...always, PURE, ZOD]]];
    case 'backend-plugin':
      return [
        ['src/**', [...always, SQL, HTTP]],
        ['src/plugin.ts', always],
        ['src/database/**', [...always, HTTP]],
        ['src/router/**', [...always, SQL]],
        ['src/domain/**', [...always, DOMAIN]],
      ];
    case 'frontend-plugin':
      return [
        ['src/**', [...always, NEW_FRONTEND]],
        ['src/{plugin.tsx,routes.ts,extensions/**}', always],
      ];
    default:
      return [['src/**', always]];
  }
}

const TESTS = ['**/*.test.ts', '**/*.test.tsx', '**/__testUtils__/**'];

module.exports = dir => {
  const { backstage } = require(path.join(dir, 'package.json'));
  const overrides = rooms(path.basename(dir), backstage.role).map(
    ([files, patterns]) => ({
      files: [`${files}${files.endsWith('**') ? '/*.{ts,tsx}' : ''}`],
      excludedFiles: TESTS,
      rules: {
        '@typescript-eslint/no-restricted-imports': ['error', { patterns }],
      },
    }),
  );
  return createConfig(dir, {
    overrides,
    rules: { 'no-console': 'error' },
  });
};
