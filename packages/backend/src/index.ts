import { createBackend } from '@backstage/backend-defaults';

const backend = createBackend();

// Portal
backend.add(import('@backstage/plugin-app-backend'));
backend.add(import('@backstage/plugin-user-settings-backend'));
backend.add(import('@backstage/plugin-notifications-backend'));
backend.add(import('@backstage/plugin-signals-backend'));
backend.add(import('@backstage/plugin-events-backend'));

// Who is it, and what may they do
backend.add(import('@backstage/plugin-auth-backend'));
backend.add(import('@backstage/plugin-auth-backend-module-oidc-provider'));
backend.add(import('@backstage/plugin-permission-backend'));
backend.add(import('@maestro-conductor/plugin-permission-backend-module-opa'));

// Catalog and search
backend.add(import('@backstage/plugin-catalog-backend'));
backend.add(import('@backstage/plugin-catalog-backend-module-logs'));
backend.add(import('@maestro-conductor/plugin-catalog-backend-module-folder'));
backend.add(import('@backstage/plugin-search-backend'));
backend.add(import('./modules/search'));
backend.add(import('@backstage/plugin-search-backend-module-catalog'));
backend.add(import('@backstage/plugin-search-backend-module-techdocs'));

// Create and docs
backend.add(import('@backstage/plugin-scaffolder-backend'));
backend.add(
  import('@backstage/plugin-catalog-backend-module-scaffolder-entity-model'),
);
backend.add(
  import('@maestro-conductor/plugin-scaffolder-backend-module-folder'),
);
backend.add(import('@backstage/plugin-techdocs-backend'));
backend.add(import('@maestro-conductor/plugin-techdocs-backend-module-folder'));

// Evidence, objectives and readiness
backend.add(import('@maestro-conductor/plugin-evidence-backend'));
backend.add(
  import('@maestro-conductor/plugin-evidence-backend-module-catalog'),
);
backend.add(import('@maestro-conductor/plugin-evidence-backend-module-ci'));
backend.add(import('@maestro-conductor/plugin-slo-backend'));
backend.add(import('@maestro-conductor/plugin-slo-backend-module-prometheus'));
backend.add(import('@maestro-conductor/plugin-readiness-backend'));

// The same answers for AI clients: actions of the plugins as MCP tools
backend.add(import('@backstage/plugin-mcp-actions-backend'));

backend.start();
