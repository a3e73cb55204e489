import { createBackend } from '@backstage/backend-defaults';
import { serveBackend } from '../lib/serveBackend';
import { policyModule, signInModule } from '../readiness/accessModules';
import { catalogModule } from '../readiness/catalogModule';
import { sourceModule } from './sourceModule';

const backend = createBackend();
backend.add(import('@backstage/plugin-auth-backend'));
backend.add(import('@backstage/plugin-permission-backend'));
backend.add(import('@backstage/plugin-catalog-backend'));
backend.add(import('@maestro-conductor/plugin-evidence-backend'));
backend.add(
  import('@maestro-conductor/plugin-evidence-backend-module-catalog'),
);
backend.add(import('@maestro-conductor/plugin-slo-backend'));
backend.add(catalogModule);
backend.add(policyModule);
backend.add(signInModule);
backend.add(sourceModule);

serveBackend(backend);
