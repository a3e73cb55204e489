import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { Flex, Text } from '@backstage/ui';
import {
  Empty,
  formatChange,
  formatQuantity,
  tokens,
} from '@maestro-conductor/ui';
import { MyServices } from '../../hooks';
import { stepsTitle } from '../../lib/nextSteps';
import { myReadiness } from '../../lib/myReadiness';
import { writeScoreFilter } from '../../lib/scoreFilter';
import { rootRouteRef } from '../../routes';
import { ServiceLink } from '../ServiceLink';
import { StepLine } from './StepLine';

const number = { fontSize: 'var(--bui-font-size-8)', fontWeight: 700 };
const list = { listStyle: 'none', margin: 0, padding: 0 };

/** How many are ready, who moved, and the steps that bring most. */
export const MyServicesView = ({ mine }: { mine: MyServices }) => {
  const page = useRouteRef(rootRouteRef);
  const { owners, items, cutOff } = mine;
  if (items.length === 0) {
    return (
      <Empty
        title={
          owners.length === 0
            ? 'You are in no team yet'
            : 'Your teams own no service that is scored'
        }
        nextStep={<Link to={page()}>See the services of all teams</Link>}
      />
    );
  }
  const { services, ready, unknown, mover, steps } = myReadiness(items);
  const filter = writeScoreFilter(new URLSearchParams(), { owner: owners });
  return (
    <Flex direction="column" gap="3">
      <div>
        <Text as="p" style={{ lineHeight: 'normal' }}>
          <span style={number}>{formatQuantity(ready)}</span> of{' '}
          {cutOff && 'the first '}
          {formatQuantity(services)} ready for production
        </Text>
        <Text as="p" variant="body-small" style={{ color: tokens.muted }}>
          {formatQuantity(services - ready - unknown)} below the threshold
          {unknown > 0 && ` · ${formatQuantity(unknown)} no data`}
        </Text>
        {cutOff && (
          <Text as="p" variant="body-small" style={{ color: tokens.muted }}>
            Your teams own more: only the {formatQuantity(services)} with the
            lowest scores are counted here.
          </Text>
        )}
      </div>
      {mover && (
        <Text as="p">
          Moved most in 7 days:{' '}
          <b>
            <ServiceLink
              entityRef={mover.entityRef}
              title={`${mover.title} ${formatChange(mover.change)}`}
              changes
            />
          </b>
        </Text>
      )}
      <div>
        <Text as="p" weight="bold">
          {stepsTitle(steps.length)}
        </Text>
        {steps.length > 0 ? (
          <ol style={list} aria-label="Next steps">
            {steps.map(step => (
              <StepLine
                key={`${step.service.entityRef} ${step.dimension.name}`}
                step={step}
              />
            ))}
          </ol>
        ) : (
          <Text as="p">Nothing left to gain: every point is there.</Text>
        )}
      </div>
      <Link to={`${page()}?${filter}`}>All services of my teams</Link>
    </Flex>
  );
};
