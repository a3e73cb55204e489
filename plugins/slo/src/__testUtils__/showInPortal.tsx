import { renderInTestApp } from '@backstage/frontend-test-utils';
import { catalogApiRef, entityRouteRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { identityApiRef } from '@backstage/core-plugin-api';
import { ReactNode } from 'react';
import { useLocation } from 'react-router-dom';
import { SloApi, sloApiRef } from '../api';
import { rootRouteRef } from '../routes';

const Address = () => {
  const { pathname, search } = useLocation();
  return <output aria-label="Address">{`${pathname}${search}`}</output>;
};

const service = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'policy-reasoner',
    namespace: 'default',
    annotations: {
      'maestro-conductor.dev/runbook': 'https://example.org/runbook',
    },
  },
};

interface ShowOptions {
  /** `/slo` where absent. */
  address?: string;
  /** Groups of the reader. */
  groups?: string[];
  config?: { slo?: { docsUrl?: string } };
}

/** Renders a screen of objectives as the portal would, with its address in an output of its own. */
export function showInPortal(
  screen: ReactNode,
  api: SloApi,
  options: ShowOptions = {},
) {
  const { address = '/slo', groups = [], config = {} } = options;
  const identity = {
    getBackstageIdentity: async () => ({
      type: 'user' as const,
      userEntityRef: 'user:default/mona.manager',
      ownershipEntityRefs: ['user:default/mona.manager', ...groups],
    }),
    getProfileInfo: async () => ({}),
    getCredentials: async () => ({}),
    signOut: async () => {},
  };
  return renderInTestApp(
    <>
      <Address />
      {screen}
    </>,
    {
      apis: [
        [sloApiRef, api],
        [identityApiRef, identity],
        [catalogApiRef, catalogApiMock({ entities: [service] })],
      ],
      config,
      mountedRoutes: {
        '/slo': rootRouteRef,
        '/catalog/:namespace/:kind/:name': entityRouteRef,
      },
      initialRouteEntries: [address],
    },
  );
}
