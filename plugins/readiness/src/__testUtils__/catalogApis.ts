import {
  catalogApiRef,
  defaultEntityPresentation,
  entityPresentationApiRef,
} from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';

const presentation = {
  forEntity: (entity: Parameters<typeof defaultEntityPresentation>[0]) => {
    const snapshot = defaultEntityPresentation(entity);
    return { snapshot, promise: Promise.resolve(snapshot) };
  },
};

const team = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Group',
  metadata: { name: 'edge-team', namespace: 'default' },
  spec: { type: 'team', children: [] },
};

/** A catalog that has the edge team and nothing else, for screens that name owners. */
export const catalogApis = [
  [catalogApiRef, catalogApiMock({ entities: [team] })],
  [entityPresentationApiRef, presentation],
] as const;
