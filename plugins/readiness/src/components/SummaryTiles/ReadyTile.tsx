import { Text } from '@backstage/ui';
import { ReadinessSummary } from '@maestro-conductor/plugin-readiness-common';
import {
  Empty,
  formatQuantity,
  formatScore,
  tokens,
} from '@maestro-conductor/ui';

const number = {
  fontSize: 'var(--bui-font-size-8)',
  fontWeight: 700,
  lineHeight: 1.2,
};

/** How many services are at or above the threshold. */
export const ReadyTile = ({ summary }: { summary: ReadinessSummary }) => {
  const { ready, scored, services, threshold } = summary;
  if (services === 0) {
    return (
      <Empty
        title="No services yet"
        nextStep="Register components in the catalog: they are scored within a minute."
      />
    );
  }
  const unknown = services - scored;
  return (
    <>
      <Text as="p" style={{ lineHeight: 'normal' }}>
        <span style={number}>{formatQuantity(ready)}</span> of{' '}
        {formatQuantity(services)} at or above {formatScore(threshold)}
      </Text>
      <Text as="p" variant="body-small" style={{ color: tokens.muted }}>
        {formatQuantity(scored - ready)} below
        {unknown > 0 && ` · ${formatQuantity(unknown)} no data`}
      </Text>
    </>
  );
};
