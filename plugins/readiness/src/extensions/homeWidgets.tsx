import { HomePageWidgetBlueprint } from '@backstage/plugin-home-react/alpha';

export const readinessHomeWidget = HomePageWidgetBlueprint.make({
  params: {
    name: 'ProductionReadiness',
    title: 'Production readiness',
    description:
      'How ready the services of your teams are for production, and what to do first.',
    layout: {
      width: { minColumns: 4, defaultColumns: 6 },
      height: { minRows: 4, defaultRows: 6 },
    },
    components: () =>
      import('../components/HomeWidget').then(m => ({ Content: m.HomeWidget })),
  },
});
