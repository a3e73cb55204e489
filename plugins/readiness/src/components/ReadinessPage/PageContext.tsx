import { useApi } from '@backstage/core-plugin-api';
import { Text } from '@backstage/ui';
import { ReadinessSummary } from '@maestro-conductor/plugin-readiness-common';
import {
  formatQuantity,
  RelativeTime,
  tokens,
  useLoad,
} from '@maestro-conductor/ui';
import { useCallback } from 'react';
import { readinessApiRef } from '../../api';

interface PageContextProps {
  /** Absent while it is not known: what it would say is left out. */
  summary?: ReadinessSummary;
  /** The portal's default where absent. */
  environment?: string;
  /** Name of the environment. */
  title: string;
}

const counted = (count: number, noun: string) =>
  `${formatQuantity(count)} ${noun}${count === 1 ? '' : 's'}`;

/** What the page is about, in one line: `34 services in 9 teams · production · as of 3 minutes ago`. */
export const PageContext = (props: PageContextProps) => {
  const { summary, environment, title } = props;
  const api = useApi(readinessApiRef);
  const teams = useLoad(
    useCallback(
      signal => api.getTeams({ environment, limit: 1 }, signal),
      [api, environment],
    ),
  ).value?.totalItems;
  return (
    <Text as="p" style={{ color: tokens.muted }}>
      {summary && counted(summary.services, 'service')}
      {summary && teams !== undefined && ` in ${counted(teams, 'team')}`}
      {summary && ' · '}
      {title}
      {summary?.evaluatedAt && (
        <>
          {' · as of '}
          <RelativeTime time={summary.evaluatedAt} />
        </>
      )}
    </Text>
  );
};
