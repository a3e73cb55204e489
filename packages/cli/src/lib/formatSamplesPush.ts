import {
  PushedSeries,
  PushSamplesResult,
} from '@maestro-conductor/plugin-slo-common';
import { table } from './table';

/**
 * One line for each series: what became of it, and why it was refused.
 *
 * @param series - in the order in which they were pushed
 * @internal
 */
export function formatSamplesPush(
  items: readonly PushSamplesResult[],
  series: readonly PushedSeries[],
): string {
  return table(
    items.map(item => {
      const { slo = '', entityRef = '' } = series[item.index] ?? {};
      return [item.status, slo, entityRef, describe(item)];
    }),
  );
}

function describe({ status, changed = 0, error }: PushSamplesResult): string {
  if (status === 'accepted') {
    return `${changed} ${changed === 1 ? 'minute' : 'minutes'} changed`;
  }
  return error ? `${error.code}: ${error.message}` : 'no reason was given';
}
