import { useApi, useRouteRef } from '@backstage/core-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { SafeLink, useLoad } from '@maestro-conductor/ui';
import { useCallback } from 'react';
import { runbookOf } from '../../lib/runbookOf';
import { readinessRouteRef } from '../../routes';
import { EntityLink } from '../ObjectiveLink';

/** Where the readiness plugin has its tab. */
const READINESS_TAB = '/readiness';

/** Where to go from here: the runbook of the service, its readiness, its page. */
export const ActionLinks = ({ entityRef }: { entityRef: string }) => {
  const catalog = useApi(catalogApiRef);
  const readiness = useRouteRef(readinessRouteRef);
  const entity = useLoad(
    useCallback(() => catalog.getEntityByRef(entityRef), [catalog, entityRef]),
  );
  const runbook = entity.value && runbookOf(entity.value);
  return (
    <ul aria-label="Where to go" style={{ margin: 0, paddingInlineStart: 20 }}>
      {runbook && (
        <li>
          Runbook:{' '}
          <b>
            <SafeLink href={runbook.href}>{runbook.text}</SafeLink>
          </b>
        </li>
      )}
      {entity.value && !runbook && (
        <li>
          The service names no runbook: set maestro-conductor.dev/runbook on it.
        </li>
      )}
      {readiness && (
        <li>
          <EntityLink entityRef={entityRef} tab={READINESS_TAB}>
            Readiness of the service
          </EntityLink>
        </li>
      )}
      <li>
        <EntityLink entityRef={entityRef} tab="/slo">
          All objectives of the service
        </EntityLink>
      </li>
    </ul>
  );
};
