import { Link } from '@backstage/core-components';
import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import { Flex } from '@backstage/ui';
import { ObjectiveQueryOptions } from '@maestro-conductor/plugin-slo-common';
import { LoadView } from '@maestro-conductor/ui';
import { useObjectives } from '../../hooks';
import { NoObjectives } from '../NoObjectives';
import { CountsLine } from './CountsLine';
import { WorstObjectives } from './WorstObjectives';

const SHOWN = 3;

interface ObjectivesCardProps {
  /** Whose objectives. */
  scope: Pick<ObjectiveQueryOptions, 'owners' | 'entityRefs'>;
  /** Who has them: `This service`. */
  who: string;
  /** Where all of them are. */
  to: string;
  hideEntity?: boolean;
}

/** On an overview: how objectives fare, and those that need somebody first. */
export const ObjectivesCard = (props: ObjectivesCardProps) => {
  const { scope, who, to, hideEntity } = props;
  const page = useObjectives({ ...scope, sort: 'urgency', limit: SHOWN });
  return (
    <EntityInfoCard
      title="Service level objectives"
      footerActions={<Link to={to}>All objectives</Link>}
    >
      <LoadView load={page} what="the objectives" lines={5}>
        {({ items, summary }) =>
          summary.total === 0 ? (
            <NoObjectives who={who} />
          ) : (
            <Flex direction="column" gap="3">
              <CountsLine summary={summary} />
              <WorstObjectives items={items} hideEntity={hideEntity} />
            </Flex>
          )
        }
      </LoadView>
    </EntityInfoCard>
  );
};
