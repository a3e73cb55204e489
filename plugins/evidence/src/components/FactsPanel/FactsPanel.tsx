import { Select } from '@backstage/ui';
import { Link } from '@backstage/core-components';
import { useApi } from '@backstage/core-plugin-api';
import { Fact, RecordFacets } from '@maestro-conductor/plugin-evidence-common';
import {
  Empty,
  Load,
  Loading,
  LoadView,
  Section,
  useLoad,
} from '@maestro-conductor/ui';
import { useCallback } from 'react';
import { evidenceApiRef } from '../../api';
import { factsEnvironment } from '../../lib/factsEnvironment';
import { FactsTable } from '../FactsTable';

interface FactsPanelProps {
  entityRef: string;
  /** Which environments there are. Where they cannot be told, production is shown. */
  facets: Load<RecordFacets>;
  /** The environment to show, where one was asked for. */
  asked?: string;
  onEnvironment(name: string): void;
}

/** What is assumed where the facets could not be read. */
const UNKNOWN = [{ value: 'production', count: 0 }];

const Source = ({ fact: { source, recordId } }: { fact: Fact }) =>
  recordId ? (
    <Link to={`?record=${encodeURIComponent(recordId)}`}>{source}</Link>
  ) : (
    <>{source}</>
  );

const LatestFacts = (props: { entityRef: string; environment: string }) => {
  const { entityRef, environment } = props;
  const api = useApi(evidenceApiRef);
  const facts = useLoad(
    useCallback(
      signal => api.getFacts({ entityRef, environment }, signal),
      [api, entityRef, environment],
    ),
  );
  return (
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
  );
};

/** What is known of an entity: the latest fact of each name, with where it comes from. */
export const FactsPanel = (props: FactsPanelProps) => {
  const { entityRef, facets, asked, onEnvironment } = props;
  const { names, shown } = factsEnvironment(
    facets.value?.environments ?? UNKNOWN,
    asked,
  );
  return (
    <Section
      title="Facts"
      subtitle={
        shown
          ? `The latest of each name for ${shown}, with those bound to no environment.`
          : 'The latest of each name; none is bound to an environment.'
      }
      actions={
        names.length > 1 && (
          <Select
            style={{ flex: '0 1 200px' }}
            aria-label="Environment of the facts"
            size="small"
            options={names.map(name => ({ id: name, label: name }))}
            value={shown}
            onChange={key => onEnvironment(String(key))}
          />
        )
      }
    >
      {facets.loading && !facets.value ? (
        <Loading what="the facts" lines={5} />
      ) : (
        <LatestFacts entityRef={entityRef} environment={shown} />
      )}
    </Section>
  );
};
