import { Flex } from '@backstage/ui';
import { ObjectiveItem } from '@maestro-conductor/plugin-slo-common';
import { DataColumn } from '@maestro-conductor/ui';
import { BURN_WINDOWS, burnCells } from '../../lib/burnCells';
import { BudgetBar } from '../BudgetBar';
import { BurnRate } from '../BurnRate';
import { BurningChip, ObjectiveStatusChip } from '../ObjectiveStatusChip';
import { TargetTrend } from '../TargetTrend';
import { UnitCostText } from '../UnitCostText';
import { ActualCell } from './ActualCell';
import { ObjectiveName } from './ObjectiveName';

/** Keeps a number and its unit on one line. */
const NO_BREAK = '\u00a0';

const burnColumns = BURN_WINDOWS.map(
  ({ key, title }, index): DataColumn<ObjectiveItem> => ({
    id: `burn-${key}`,
    header: `Burn ${title.replace(' ', NO_BREAK)}`,
    align: 'right',
    minWidth: 56,
    cell: ({ objective, state }) => {
      const { rate, factor, above } = burnCells(objective, state)[index];
      return <BurnRate rate={rate} factor={factor} above={above} />;
    },
  }),
);

/** What a board says of an objective. */
export const objectiveColumns = (options: {
  hideEntity?: boolean;
}): Array<DataColumn<ObjectiveItem>> => [
  {
    id: 'title',
    header: 'Objective',
    rowHeader: true,
    sortable: true,
    minWidth: 160,
    cell: item => <ObjectiveName item={item} {...options} />,
  },
  {
    id: 'urgency',
    header: 'Status',
    sortable: true,
    cell: ({ state }) => (
      <Flex direction="column" gap="1" align="start">
        <ObjectiveStatusChip status={state?.status} />
        <BurningChip state={state} />
      </Flex>
    ),
  },
  {
    id: 'actual',
    header: 'Actual',
    align: 'right',
    sortable: true,
    cell: item => <ActualCell item={item} />,
  },
  {
    id: 'budget',
    header: 'Budget left',
    sortable: true,
    minWidth: 116,
    cell: ({ objective, state }) => (
      <BudgetBar label={objective.title} state={state} />
    ),
  },
  ...burnColumns,
  {
    id: 'trend',
    header: '30 days',
    cell: ({ objective, trend }) => (
      <TargetTrend trend={trend} target={objective.target} />
    ),
  },
  {
    id: 'cost',
    header: 'Unit cost',
    minWidth: 86,
    cell: ({ state }) => <UnitCostText cost={state?.unitCost} />,
  },
];
