import {
  createExternalRouteRef,
  createRouteRef,
} from '@backstage/core-plugin-api';

/** Readiness by team and service. @public */
export const rootRouteRef = createRouteRef({ id: 'readiness' });

/** The tab on the page of an entity. @public */
export const entityContentRouteRef = createRouteRef({
  id: 'readiness-entity',
});

/** The evidence of the entity that is shown; `?record=<id>` opens one record. Without it, evidence is named but not linked. @public */
export const evidenceRouteRef = createExternalRouteRef({
  id: 'evidence',
  optional: true,
  defaultTarget: 'evidence.entityContent',
});
