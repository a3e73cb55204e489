import { Text } from '@backstage/ui';
import { ObjectiveItem } from '@maestro-conductor/plugin-slo-common';
import { tokens } from '@maestro-conductor/ui';
import { factorSets } from '../../lib/boardContext';
import { factorText } from '../../lib/rateText';
import { DocsLink } from '../DocsLink';

/** What the sign beside burn rates means, and where budgets are explained. */
export const FactorsNote = ({ items }: { items: readonly ObjectiveItem[] }) => {
  const sets = factorSets(items).map(
    ({ windows, factors }) =>
      `${factors.map(factorText).join(', ')} for ${windows}`,
  );
  return (
    <Text
      as="div"
      variant="body-small"
      style={{ color: tokens.muted, lineHeight: 1.5 }}
    >
      <div>
        A burn rate of 1× spends the budget in exactly one window. ▲ above the
        factor of its alert row
        {sets.length > 0 && ` (${sets.join('; ')})`}. The dashed line in the
        trend is the target.
      </div>
      <div>
        <DocsLink page="concepts/error-budgets">
          How budgets are computed
        </DocsLink>
      </div>
    </Text>
  );
};
