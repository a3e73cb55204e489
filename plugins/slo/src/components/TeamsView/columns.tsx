import { Link } from '@backstage/core-components';
import { TeamBoardItem } from '@maestro-conductor/plugin-slo-common';
import {
  DataColumn,
  formatPercent,
  formatQuantity,
} from '@maestro-conductor/ui';
import { boardSearch, NO_OWNER } from '../../lib/boardFilter';
import { cannotTell } from '../../lib/cannotTell';
import { refName } from '../../lib/refName';
import { ObjectiveLink } from '../ObjectiveLink';
import { CountCell } from './CountCell';

const budgetText = (left: number) =>
  left < 0
    ? `overspent by ${formatPercent(-left)}`
    : `${formatPercent(left)} left`;

/** What the overview says of a team. */
export const teamColumns: Array<DataColumn<TeamBoardItem>> = [
  {
    id: 'team',
    header: 'Team',
    rowHeader: true,
    cell: ({ groupRef, title }) => (
      <Link to={boardSearch({ owners: [groupRef ?? NO_OWNER] })}>{title}</Link>
    ),
  },
  {
    id: 'total',
    header: 'Objectives',
    align: 'right',
    cell: ({ summary }) => formatQuantity(summary.total),
  },
  {
    id: 'burning',
    header: 'Burning',
    align: 'right',
    cell: ({ groupRef, summary }) => (
      <CountCell
        count={summary.burning}
        tone="bad"
        to={boardSearch({ owners: [groupRef ?? NO_OWNER], burning: true })}
      />
    ),
  },
  {
    id: 'breached',
    header: 'Used up',
    align: 'right',
    cell: ({ groupRef, summary }) => (
      <CountCell
        count={summary.byStatus.breached}
        tone="bad"
        to={boardSearch({
          owners: [groupRef ?? NO_OWNER],
          statuses: ['breached'],
        })}
      />
    ),
  },
  {
    id: 'warning',
    header: 'Warning',
    align: 'right',
    cell: ({ groupRef, summary }) => (
      <CountCell
        count={summary.byStatus.warning}
        tone="warning"
        to={boardSearch({
          owners: [groupRef ?? NO_OWNER],
          statuses: ['warning'],
        })}
      />
    ),
  },
  {
    id: 'unknown',
    header: 'Cannot tell',
    align: 'right',
    cell: ({ groupRef, summary }) => (
      <CountCell
        count={cannotTell(summary).count}
        tone="unknown"
        to={boardSearch({
          owners: [groupRef ?? NO_OWNER],
          statuses: ['insufficient-data', 'no-traffic'],
        })}
      />
    ),
  },
  {
    id: 'ok',
    header: 'Ok',
    align: 'right',
    cell: ({ summary }) => formatQuantity(summary.byStatus.ok),
  },
  {
    id: 'worst',
    header: 'Least budget',
    minWidth: 200,
    cell: ({ worst }) =>
      worst ? (
        <>
          <ObjectiveLink
            id={worst.id}
            title={`${refName(worst.entityRef)}: ${worst.title}`}
          />
          <div>{budgetText(worst.budgetLeft)}</div>
        </>
      ) : (
        'unknown'
      ),
  },
];
