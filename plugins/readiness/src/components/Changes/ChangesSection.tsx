import { useApi } from '@backstage/core-plugin-api';
import { Flex, Text } from '@backstage/ui';
import { LoadView, Section, useLoad, useUrlState } from '@maestro-conductor/ui';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useLocation } from 'react-router-dom';
import { EntityRequest, readinessApiRef } from '../../api';
import { sinceChoice } from '../../lib/sinceChoice';
import { CHANGES_ANCHOR } from '../../routes';
import { ChangesView } from './ChangesView';
import { SinceSelect } from './SinceSelect';

/** What changed since a moment, which is in the address. A link with the anchor of this section leads to it. */
export const ChangesSection = ({ entityRef, environment }: EntityRequest) => {
  const api = useApi(readinessApiRef);
  const { values, update } = useUrlState(['since']);
  // Of the moment the screen was opened: it would load again at each look at the clock.
  const [now] = useState(() => Date.now());
  const choice = useMemo(
    () => sinceChoice(values.since, now),
    [values.since, now],
  );
  const { since } = choice;
  const changes = useLoad(
    useCallback(
      signal => api.getChanges({ entityRef, environment, since }, signal),
      [api, entityRef, environment, since],
    ),
    { keepPrevious: true },
  );

  const { hash } = useLocation();
  const anchor = useRef<HTMLDivElement>(null);
  const loaded = changes.value !== undefined;
  useEffect(() => {
    // What is loaded above moves this section: it is led to again when it is there itself.
    if (hash === `#${CHANGES_ANCHOR}`) anchor.current?.scrollIntoView?.();
  }, [hash, loaded]);

  return (
    <div ref={anchor} id={CHANGES_ANCHOR}>
      <Section title="What changed">
        <Flex direction="column" gap="3">
          <SinceSelect
            choice={choice}
            now={now}
            onChange={next => update({ since: next })}
          />
          {choice.ignored && (
            <Text as="p" variant="body-small">
              The date in the address cannot be compared with: these are the
              last 7 days.
            </Text>
          )}
          <LoadView load={changes} what="what changed" lines={4}>
            {value => <ChangesView changes={value} />}
          </LoadView>
        </Flex>
      </Section>
    </div>
  );
};
