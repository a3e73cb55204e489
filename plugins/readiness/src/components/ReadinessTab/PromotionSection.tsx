import { useApi } from '@backstage/core-plugin-api';
import {
  Command,
  Empty,
  LoadView,
  Section,
  useLoad,
} from '@maestro-conductor/ui';
import { useCallback } from 'react';
import { readinessApiRef } from '../../api';
import { Promotion } from '../Promotion';

interface PromotionSectionProps {
  entityRef: string;
  environment?: string;
  /** Name of the environment. */
  title: string;
}

/** The last decision of the gate, or how to ask for one. */
export const PromotionSection = (props: PromotionSectionProps) => {
  const { entityRef, environment, title } = props;
  const api = useApi(readinessApiRef);
  const decisions = useLoad(
    useCallback(
      signal => api.getDecisions({ entityRef, environment, limit: 1 }, signal),
      [api, entityRef, environment],
    ),
  );
  return (
    <Section title={`Promotion to ${title}`}>
      <LoadView load={decisions} what="the last decision" lines={4}>
        {({ items: [last] }) =>
          last ? (
            <Promotion decision={last} />
          ) : (
            <Empty
              title="The gate has not been asked yet"
              nextStep={
                <>
                  Ask it from your pipeline:
                  <Command>
                    {`conductor gate --entity ${entityRef} --env ${title}`}
                  </Command>
                </>
              }
            />
          )
        }
      </LoadView>
    </Section>
  );
};
