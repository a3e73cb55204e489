import { formatBytes } from './formatBytes';
import { formatPercent } from './formatPercent';

const plain = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 3 });

/**
 * A number with its unit: `ratio` in percent, `ms` in milliseconds or seconds, `bytes` in binary units, `count` bare, any other
 * unit behind the number.
 *
 * @public
 */
export function formatQuantity(value: number, unit?: string): string {
  switch (unit) {
    case 'ratio':
      return formatPercent(value);
    case 'bytes':
      return formatBytes(value);
    case 'ms':
      return value >= 10_000
        ? `${plain.format(value / 1000)} s`
        : `${plain.format(value)} ms`;
    case undefined:
    case '':
    case 'count':
      return plain.format(value);
    default:
      return `${plain.format(value)} ${unit}`;
  }
}
