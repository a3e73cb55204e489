import { formatQuantity } from '@maestro-conductor/ui';
import { FactReading } from '@maestro-conductor/plugin-evidence-common';

const LONGEST = 200;

function cut(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

/** The value of a fact in words: `82 %`, `yes`, `3 entries: a, b, c`. 200 characters at most, then `…`. */
export function factText(
  fact: Pick<FactReading, 'type' | 'value' | 'unit'>,
): string {
  const { value, unit } = fact;
  if (typeof value === 'number') return formatQuantity(value, unit);
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'string') return cut(value);
  const texts = value.map(entry =>
    typeof entry === 'string' ? entry : JSON.stringify(entry),
  );
  const noun = texts.length === 1 ? 'entry' : 'entries';
  const list = texts.length > 0 ? `: ${texts.join(', ')}` : '';
  return cut(`${texts.length} ${noun}${list}`);
}
