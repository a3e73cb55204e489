import { HomePageLayoutBlueprint } from '@backstage/plugin-home-react/alpha';

export const homeLayout = HomePageLayoutBlueprint.make({
  params: {
    loader: async () => (await import('./HomeLayout')).HomeLayout,
  },
});
