import { coreExtensionData } from '@backstage/frontend-plugin-api';
import { createExtensionTester } from '@backstage/frontend-test-utils';
import { EntityContentBlueprint } from '@backstage/plugin-catalog-react/alpha';
import sloPlugin from '.';
import { sloEntityContent } from './extensions/entityContents';
import { sloPage } from './extensions/pages';
import {
  entityContentRouteRef,
  objectiveRouteRef,
  readinessRouteRef,
  rootRouteRef,
} from './routes';

describe('the plugin', () => {
  it('is the default export and names its routes', () => {
    expect(sloPlugin.routes).toEqual({
      root: rootRouteRef,
      objective: objectiveRouteRef,
      entityContent: entityContentRouteRef,
    });
    expect(sloPlugin.externalRoutes).toEqual({ readiness: readinessRouteRef });
  });

  it('adds a page with a title for the navigation', () => {
    const page = createExtensionTester(sloPage);
    expect(page.get(coreExtensionData.routePath)).toBe('/slo');
    expect(page.get(coreExtensionData.title)).toBe('SLOs');
  });

  it('adds a tab to the page of a component', () => {
    const tab = createExtensionTester(sloEntityContent);
    expect(tab.get(coreExtensionData.routePath)).toBe('/slo');
    expect(tab.get(EntityContentBlueprint.dataRefs.title)).toBe('SLOs');
  });
});
