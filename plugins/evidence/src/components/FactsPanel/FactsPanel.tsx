import { Link } from '@backstage/core-components';
import { useApi } from '@backstage/core-plugin-api';
import { Fact } from '@maestro-conductor/plugin-evidence-common';
import { Empty, LoadView, Section, useLoad } from '@maestro-conductor/ui';
import { useCallback } from 'react';
import { evidenceApiRef } from '../../api';
import { FactsTable } from '../FactsTable';

interface FactsPanelProps {
  entityRef: string;
  environment: string;
}

const Source = ({ fact: { source, recordId } }: { fact: Fact }) =>
  recordId ? (
    <Link to={`?record=${encodeURIComponent(recordId)}`}>{source}</Link>
  ) : (
    <>{source}</>
  );

/** What is known of an entity: the latest fact of each name, with where it comes from. */
export const FactsPanel = ({ entityRef, environment }: FactsPanelProps) => {
  const api = useApi(evidenceApiRef);
  const facts = useLoad(
    useCallback(
      signal => api.getFacts({ entityRef, environment }, signal),
      [api, entityRef, environment],
    ),
  );
  return (
    <Section
      title="Facts"
      subtitle={`The latest of each name for ${environment}, with those from the catalog.`}
    >
      <LoadView load={facts} what="the facts" lines={5}>
        {({ items }) =>
          items.length > 0 ? (
            <FactsTable
              caption="Facts"
              facts={items}
              renderSource={fact => <Source fact={fact} />}
            />
          ) : (
            <Empty
              title="No facts yet"
              nextStep="They appear when evidence is pushed, and within a minute after the catalog knows the entity."
            />
          )
        }
      </LoadView>
    </Section>
  );
};
