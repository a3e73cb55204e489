import {
  createExternalRouteRef,
  createRouteRef,
} from '@backstage/core-plugin-api';

/** Readiness by team and service. @public */
export const rootRouteRef = createRouteRef({ id: 'readiness' });

/**
 * Where the tab stands on the page of an entity. A route ref of a tab resolves only on the page of its entity, so links from
 * elsewhere are made of the entity's route and this.
 *
 * @internal
 */
export const READINESS_TAB_PATH = '/readiness';

/** Where the tab says what changed: `#what-changed`. @internal */
export const CHANGES_ANCHOR = 'what-changed';

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
