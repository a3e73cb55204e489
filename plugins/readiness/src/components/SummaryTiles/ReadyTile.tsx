import { Text } from '@backstage/ui';
import { ReadinessSummary } from '@maestro-conductor/plugin-readiness-common';
import {
  Empty,
  formatScore,
  RelativeTime,
  tokens,
} from '@maestro-conductor/ui';

const number = {
  fontSize: 'var(--bui-font-size-8)',
  fontWeight: 700,
  lineHeight: 1.2,
};

/** How many services are at or above the threshold. */
export const ReadyTile = ({ summary }: { summary: ReadinessSummary }) => {
  const { ready, services, threshold, environment, evaluatedAt } = summary;
  if (services === 0) {
    return (
      <Empty
        title="No services yet"
        nextStep="Register components in the catalog: they are scored within a minute."
      />
    );
  }
  return (
    <>
      <Text as="p" style={{ lineHeight: 'normal' }}>
        <span style={number}>{ready}</span> of {services} at or above{' '}
        {formatScore(threshold)}
      </Text>
      <Text as="p" variant="body-small" style={{ color: tokens.muted }}>
        {environment}
        {evaluatedAt && (
          <>
            {' '}
            · as of <RelativeTime time={evaluatedAt} />
          </>
        )}
      </Text>
    </>
  );
};
