import { coreExtensionData } from '@backstage/frontend-plugin-api';
import { createExtensionTester } from '@backstage/frontend-test-utils';
import { EntityContentBlueprint } from '@backstage/plugin-catalog-react/alpha';
import evidencePlugin from '.';
import { evidenceEntityContent } from './extensions/entityContents';
import { entityContentRouteRef } from './routes';

describe('the plugin', () => {
  it('is the default export and names the route others link to', () => {
    expect(evidencePlugin.routes).toEqual({
      entityContent: entityContentRouteRef,
    });
  });

  it('adds a tab to the page of an entity', () => {
    const tab = createExtensionTester(evidenceEntityContent);
    expect(tab.get(coreExtensionData.routePath)).toBe('/evidence');
    expect(tab.get(EntityContentBlueprint.dataRefs.title)).toBe('Evidence');
  });
});
