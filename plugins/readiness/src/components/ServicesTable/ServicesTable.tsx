import { useApi } from '@backstage/core-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { ScoreListItem } from '@maestro-conductor/plugin-readiness-common';
import {
  DataColumn,
  DataTable,
  Empty,
  formatChange,
  formatPoints,
  LoadView,
  ScoreValue,
  useLoad,
} from '@maestro-conductor/ui';
import { useCallback } from 'react';
import { readinessApiRef } from '../../api';
import { PagedListState, usePagedList } from '../../hooks';
import { ServiceLink } from '../ServiceLink';
import { nextSteps } from '../../lib/nextSteps';
import { unknownSummary } from '../../lib/unknownSummary';

const PAGE_SIZE = 25;

function changeText(change: number | undefined, score: number | undefined) {
  if (score === undefined) return '–';
  return change === undefined ? 'new' : formatChange(change);
}

interface ServicesTableProps {
  environment?: string;
  owner?: string;
  search?: string;
  state: PagedListState;
  onState(state: PagedListState): void;
}

const columns = (
  environment: string | undefined,
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
    cell: ({ owner }) =>
      owner ? <EntityRefLink entityRef={owner} /> : 'no owner',
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

/** Services with their scores: sorted, searched and paged on the server. */
export const ServicesTable = (props: ServicesTableProps) => {
  const { environment, owner, search, state, onState } = props;
  const api = useApi(readinessApiRef);
  const { sort = 'score', order = 'asc', cursor } = state;
  const page = useLoad(
    useCallback(
      signal =>
        api.getScores(
          {
            environment,
            owner,
            search,
            sort,
            order,
            cursor,
            limit: PAGE_SIZE,
          },
          signal,
        ),
      [api, environment, owner, search, sort, order, cursor],
    ),
    { keepPrevious: true },
  );
  const list = usePagedList({ state, onState, page: page.value });
  return (
    <LoadView load={page} what="the services" lines={8}>
      {value => (
        <DataTable<ScoreListItem>
          caption="Services"
          columns={columns(environment)}
          rows={value.items}
          rowKey={({ entityRef }) => entityRef}
          sort={{ column: sort, order }}
          onSort={list.onSort}
          paging={{ noun: 'services', totalItems: value.totalItems, ...list }}
          busy={page.loading}
          empty={
            owner || search ? (
              <Empty
                title="No service matches"
                nextStep="Clear the search or choose all owners."
              />
            ) : (
              <Empty
                title="No services yet"
                nextStep="Register components in the catalog: they are scored within a minute."
              />
            )
          }
        />
      )}
    </LoadView>
  );
};
