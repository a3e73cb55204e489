// Who may import whom. Each package's .eslintrc.js gets its rules from here; docs/architecture.md says why.
const path = require('node:path');
const createConfig = require('@backstage/cli/config/eslint-factory');

const own = name => `@maestro-conductor/${name}`;

/**
 * What the packages of any plugin may import, by what follows the plugin's id in the folder's name; `*` stands for the id. A module of a
 * plugin goes by `-backend-module`.
 */
const BY_ENDING = {
  '-common': [],
  '-node': ['plugin-*-common'],
  '-backend': [
    'backend-kit',
    'plugin-evidence-common',
    'plugin-evidence-node',
    'plugin-*-common',
    'plugin-*-node',
  ],
  '-backend-module': ['plugin-*-common', 'plugin-*-node'],
  '': ['ui', 'plugin-*-common'],
};

/** What single packages may import beyond that. A package outside `plugins/` that is not listed may import none. */
const BESIDES = {
  'evidence-readers-engine': ['plugin-evidence-common'],
  'slo-engine': ['plugin-slo-common'],
  cli: [
    'evidence-readers-engine',
    'slo-engine',
    'plugin-evidence-common',
    'plugin-readiness-common',
    'plugin-slo-common',
  ],
  'evidence-backend': ['evidence-readers-engine'],
  'evidence-backend-module-ci': ['evidence-readers-engine'],
  'slo-node': ['slo-engine'],
  'slo-backend': ['slo-engine'],
  'slo-backend-module-prometheus': ['slo-engine'],
  'permission-backend-module-opa': [
    'plugin-evidence-common',
    'plugin-readiness-common',
    'plugin-slo-common',
  ],

  // Measures from outside: starts backends, and asks them over HTTP.
  bench: ['plugin-*', 'slo-engine', 'prometheus-testing'],

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
  message: 'HTTP belongs into router/, or into http/ of backend-kit.',
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

/** The rules of `BY_ENDING` for a folder of `plugins/`; `pluginId` is what its package.json says. */
function allowedByEnding(name, pluginId) {
  if (!pluginId || !name.startsWith(pluginId)) return [];
  const ending = name
    .slice(pluginId.length)
    .replace(/^-backend-module-.*/, '-backend-module');
  return (BY_ENDING[ending] ?? []).map(other => other.replace('*', pluginId));
}

function foreign(name, pluginId) {
  // Each once: of the evidence plugin itself, the rules name its packages twice.
  const allowed = new Set([
    ...allowedByEnding(name, pluginId),
    ...(BESIDES[name] ?? []),
  ]);
  return {
    group: [own('*'), ...[...allowed].map(other => `!${own(other)}`)],
    message: `${name} may not import this; see scripts/walls.cjs.`,
  };
}

/** Rules by folder: the last that matches a file holds, so each repeats what holds for the package. */
function rooms(name, { role, pluginId }) {
  const always = [foreign(name, pluginId)];
  switch (role) {
    case 'common-library':
      return [['src/**', [...always, PURE, ZOD]]];
    case 'node-library':
      return [
        ['src/**', [...always, HTTP]],
        ['src/http/**', always],
      ];
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
  const overrides = rooms(path.basename(dir), backstage).map(
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
