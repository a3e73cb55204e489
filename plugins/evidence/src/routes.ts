import { createRouteRef } from '@backstage/core-plugin-api';

/** The tab on the page of an entity. `?record=<id>` opens one record. @public */
export const entityContentRouteRef = createRouteRef({ id: 'evidence-entity' });
