import { ScorePage } from '@maestro-conductor/plugin-readiness-common';
import { formatQuantity } from '@maestro-conductor/ui';

/**
 * How many services match, in words: `3 services of 34`.
 *
 * @param all - services without any filter; absent where that is not known or says nothing new
 */
export function countText(
  { totalItems, items }: Pick<ScorePage, 'totalItems' | 'items'>,
  all?: number,
): string {
  if (totalItems === undefined) {
    return `${items.length} services on this page, total unknown`;
  }
  const noun = totalItems === 1 ? 'service' : 'services';
  const text = `${formatQuantity(totalItems)} ${noun}`;
  return all === undefined ? text : `${text} of ${formatQuantity(all)}`;
}
