import { EntityCardBlueprint } from '@backstage/plugin-catalog-react/alpha';

export const sloEntityCard = EntityCardBlueprint.make({
  params: {
    type: 'content',
    filter: { kind: 'component' },
    loader: () =>
      import('../components/SloCards').then(({ ServiceCard }) => (
        <ServiceCard />
      )),
  },
});

export const sloGroupCard = EntityCardBlueprint.make({
  name: 'group',
  params: {
    type: 'content',
    filter: { kind: 'group' },
    loader: () =>
      import('../components/SloCards').then(({ GroupCard }) => <GroupCard />),
  },
});
