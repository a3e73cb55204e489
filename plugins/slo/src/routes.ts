import {
  createExternalRouteRef,
  createRouteRef,
  createSubRouteRef,
} from '@backstage/core-plugin-api';

/** Boards of objectives. @public */
export const rootRouteRef = createRouteRef({ id: 'slo' });

/** The page of an objective. @public */
export const objectiveRouteRef = createSubRouteRef({
  id: 'slo-objective',
  parent: rootRouteRef,
  path: '/objectives/:id',
});

/** The tab on the page of an entity. @public */
export const entityContentRouteRef = createRouteRef({ id: 'slo-entity' });

/** Readiness of services. Without it, nothing leads there. @public */
export const readinessRouteRef = createExternalRouteRef({
  id: 'readiness',
  optional: true,
  defaultTarget: 'readiness.root',
});
