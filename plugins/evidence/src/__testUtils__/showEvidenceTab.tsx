import { EntityProvider } from '@backstage/plugin-catalog-react';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { EvidenceApi, evidenceApiRef } from '../api';
import { EvidenceTab } from '../components/EvidenceTab';

const entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'gateway', namespace: 'default' },
};

/**
 * The tab of the sample service.
 *
 * @param search - of the address, `?kind=tests`
 */
export function showEvidenceTab(api: EvidenceApi, search = '') {
  return renderInTestApp(
    <EntityProvider entity={entity}>
      <EvidenceTab />
    </EntityProvider>,
    {
      apis: [[evidenceApiRef, api]],
      initialRouteEntries: [`/${search}`],
    },
  );
}

/** Opens the choices of the filters: where matchMedia is missing the screen counts as narrow. */
export async function unfoldFilters() {
  const fold = await screen.findByRole('button', { name: /^Filters/ });
  await userEvent.click(fold);
}
