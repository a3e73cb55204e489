import { Value } from '../yaml/Value';
import { minutesOf } from '../../time';
import { shortOf } from '../../alerts';
import { readDescription } from './readDescription';
import { Envelope } from './readEnvelope';

/** A burn rate that alerts, for an objective of any window. */
export interface BurnRateCondition {
  name: string;
  severity: 'page' | 'ticket';
  /** Burn rate above which it fires. */
  factor: number;
  longMinutes: number;
}

/** What people write for the two severities. */
const SEVERITIES: Record<string, 'page' | 'ticket'> = {
  page: 'page',
  critical: 'page',
  ticket: 'ticket',
  warning: 'ticket',
};

const CONDITION_FIELDS = [
  'kind',
  'op',
  'threshold',
  'lookbackWindow',
  'alertAfter',
];

/** An AlertCondition document, of its own or inside a policy. */
export function readAlertCondition({
  metadata,
  spec,
}: Envelope): BurnRateCondition | undefined {
  const fields = spec.fields(['description', 'severity', 'condition']);
  if (!fields) return undefined;
  readDescription(fields);
  const severity = fields.need('severity')?.oneOf(Object.keys(SEVERITIES));
  const condition = fields.need('condition')?.fields(CONDITION_FIELDS);
  condition?.need('kind')?.oneOf(['burnrate']);
  checkOperator(condition?.need('op'));
  const factor = readFactor(condition?.need('threshold'));
  const longMinutes = readMinutes(condition?.need('lookbackWindow'));
  const after = condition?.get('alertAfter');
  const afterMinutes = readMinutes(after);
  if (!severity || factor === undefined || longMinutes === undefined) {
    return undefined;
  }
  if (afterMinutes !== undefined && afterMinutes !== shortOf(longMinutes)) {
    after?.warn(
      'unused-field',
      `has no effect: the short window is a twelfth of lookbackWindow, ${shortOf(
        longMinutes,
      )} min`,
    );
  }
  const { name } = metadata;
  return { name, severity: SEVERITIES[severity], factor, longMinutes };
}

function checkOperator(op: Value | undefined) {
  const word = op?.oneOf(['gt', 'gte', 'lt', 'lte']);
  if (word === 'lt' || word === 'lte') {
    op?.error(
      'alert-operator',
      `${word} would alert while all is well: a burn rate alerts above its threshold, by gt`,
    );
  }
  if (word === 'gte') {
    op?.warn(
      'alert-operator',
      'gte is read as gt: an alert fires above the threshold, not at it',
    );
  }
}

function readFactor(value: Value | undefined): number | undefined {
  const factor = value?.number()?.value;
  if (factor === undefined || factor > 0) return factor;
  return value?.error('alert-factor', 'must be above 0');
}

function readMinutes(value: Value | undefined): number | undefined {
  const duration = value?.duration();
  return duration && minutesOf(duration);
}
