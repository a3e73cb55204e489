import { EntityCardBlueprint } from '@backstage/plugin-catalog-react/alpha';

export const readinessEntityCard = EntityCardBlueprint.make({
  params: {
    type: 'content',
    filter: { kind: 'component' },
    loader: () =>
      import('../components/ReadinessCard').then(m => <m.ReadinessCard />),
  },
});

export const readinessGroupCard = EntityCardBlueprint.make({
  name: 'group',
  params: {
    type: 'content',
    filter: { kind: 'group' },
    loader: () => import('../components/GroupCard').then(m => <m.GroupCard />),
  },
});
