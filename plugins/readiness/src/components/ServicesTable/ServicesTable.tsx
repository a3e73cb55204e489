import {
  ScoreListItem,
  ScorePage,
} from '@maestro-conductor/plugin-readiness-common';
import {
  DataColumn,
  DataSort,
  DataTable,
  Empty,
  formatChange,
  formatPoints,
  PagedListState,
  ScoreValue,
  usePagedList,
} from '@maestro-conductor/ui';
import { ReactNode } from 'react';
import { useUnknownOwners } from '../../hooks';
import { ServiceLink } from '../ServiceLink';
import { nextSteps } from '../../lib/nextSteps';
import { unknownSummary } from '../../lib/unknownSummary';
import { OwnerCell } from './OwnerCell';

function changeText(change: number | undefined, score: number | undefined) {
  if (score === undefined) return '–';
  return change === undefined ? 'new' : formatChange(change);
}

interface ServicesTableProps {
  environment?: string;
  page: ScorePage;
  /** True while the next page is on its way. */
  busy: boolean;
  /** The order in force, also where the address names none. */
  sort: DataSort;
  state: PagedListState;
  onState(state: PagedListState): void;
  /** Where nothing matches; without it, there is nothing at all. */
  empty?: ReactNode;
}

const columns = (
  environment: string | undefined,
  unknownOwners: ReadonlySet<string>,
): Array<DataColumn<ScoreListItem>> => [
  {
    id: 'title',
    header: 'Service',
    rowHeader: true,
    sortable: true,
    cell: ({ entityRef, title }) => (
      <ServiceLink
        entityRef={entityRef}
        title={title}
        environment={environment}
      />
    ),
  },
  {
    id: 'owner',
    header: 'Owner',
    minWidth: 120,
    sortable: true,
    cell: ({ owner }) => (
      <OwnerCell
        owner={owner}
        unknown={owner !== undefined && unknownOwners.has(owner)}
      />
    ),
  },
  {
    id: 'score',
    header: 'PRS',
    sortable: true,
    cell: ({ score, level, threshold }) => (
      <ScoreValue score={score} level={level} threshold={threshold} />
    ),
  },
  {
    id: 'change',
    header: 'Change in 7 days',
    align: 'right',
    minWidth: 90,
    sortable: true,
    cell: ({ change, score }) => changeText(change, score),
  },
  {
    id: 'next',
    header: 'Brings most',
    minWidth: 130,
    cell: ({ dimensions }) => {
      const [step] = nextSteps(dimensions, 1);
      return step
        ? `+${formatPoints(step.gain)} ${step.dimension.title}`
        : 'nothing missing';
    },
  },
  {
    id: 'unknown',
    header: 'Not known',
    minWidth: 130,
    cell: ({ dimensions }) => unknownSummary(dimensions).join('; ') || '–',
  },
];

/** Services with their scores, as the server sorts and pages them. */
export const ServicesTable = (props: ServicesTableProps) => {
  const { environment, page, busy, sort, state, onState, empty } = props;
  const list = usePagedList({ state, onState, page });
  const unknownOwners = useUnknownOwners(page.items.map(({ owner }) => owner));
  return (
    <DataTable<ScoreListItem>
      caption="Services"
      columns={columns(environment, unknownOwners)}
      rows={page.items}
      rowKey={({ entityRef }) => entityRef}
      sort={sort}
      onSort={list.onSort}
      paging={{ noun: 'services', totalItems: page.totalItems, ...list }}
      busy={busy}
      empty={
        empty || (
          <Empty
            title="No services yet"
            nextStep="Register components in the catalog: they are scored within a minute."
          />
        )
      }
    />
  );
};
