import { coreExtensionData } from '@backstage/frontend-plugin-api';
import { createExtensionTester } from '@backstage/frontend-test-utils';
import { EntityContentBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { HomePageWidgetBlueprint } from '@backstage/plugin-home-react/alpha';
import readinessPlugin from '.';
import { readinessEntityContent } from './extensions/entityContents';
import { readinessHomeWidget } from './extensions/homeWidgets';
import { readinessPage } from './extensions/pages';
import {
  entityContentRouteRef,
  evidenceRouteRef,
  rootRouteRef,
} from './routes';

describe('the plugin', () => {
  it('is the default export and names its routes', () => {
    expect(readinessPlugin.routes).toEqual({
      root: rootRouteRef,
      entityContent: entityContentRouteRef,
    });
    expect(readinessPlugin.externalRoutes).toEqual({
      evidence: evidenceRouteRef,
    });
  });

  it('adds a page with a title for the navigation', () => {
    const page = createExtensionTester(readinessPage);
    expect(page.get(coreExtensionData.routePath)).toBe('/readiness');
    expect(page.get(coreExtensionData.title)).toBe('Readiness');
  });

  it('adds a tab to the page of a component', () => {
    const tab = createExtensionTester(readinessEntityContent);
    expect(tab.get(coreExtensionData.routePath)).toBe('/readiness');
    expect(tab.get(EntityContentBlueprint.dataRefs.title)).toBe('Readiness');
  });

  it('adds a widget to the home page', () => {
    const widget = createExtensionTester(readinessHomeWidget);
    expect(widget.get(HomePageWidgetBlueprint.dataRefs.widget)).toMatchObject({
      title: 'Production readiness',
    });
  });
});
