import { Value } from '../yaml/Value';
import { Declared } from './Declared';
import { BurnRateCondition, readAlertCondition } from './readAlertCondition';
import { readDescription } from './readDescription';
import { Envelope, readEnvelope } from './readEnvelope';
import { readName } from './readMetadata';
import { readNotificationTarget } from './readNotificationTarget';

const FIELDS = [
  'description',
  'alertWhenNoData',
  'alertWhenResolved',
  'alertWhenBreaching',
  'conditions',
  'notificationTargets',
];
const MAX_TARGETS = 50;

/** An AlertPolicy document, of its own or inside an SLO: its one condition. */
export function readAlertPolicy(
  { spec }: Envelope,
  conditions: Declared<BurnRateCondition>,
): BurnRateCondition | undefined {
  const fields = spec.fields(FIELDS);
  if (!fields) return undefined;
  readDescription(fields);
  for (const name of ['alertWhenNoData', 'alertWhenResolved']) {
    fields.get(name)?.flag();
  }
  if (fields.get('alertWhenBreaching')?.flag() === false) {
    fields
      .get('alertWhenBreaching')
      ?.warn('unused-field', 'has no effect: a policy alerts when it fires');
  }
  for (const target of fields.get('notificationTargets')?.items(MAX_TARGETS) ??
    []) {
    checkTarget(target);
  }
  const list = fields.need('conditions');
  const items = list?.items(MAX_TARGETS);
  if (items?.length !== 1) {
    return items && list?.error('conditions', 'must have exactly one item');
  }
  return readCondition(items[0], conditions);
}

function readCondition(
  item: Value,
  conditions: Declared<BurnRateCondition>,
): BurnRateCondition | undefined {
  const reference = item.only('conditionRef');
  if (reference) return conditions.resolve(reference);
  const inside = readEnvelope(item, 'AlertCondition');
  return inside && readAlertCondition(inside);
}

/** Burns go to the team that owns the entity, so a target is read for its form alone and need not be declared. */
function checkTarget(item: Value) {
  const reference = item.only('targetRef');
  if (reference) {
    readName(reference);
    return;
  }
  const inside = readEnvelope(item, 'AlertNotificationTarget');
  if (inside) readNotificationTarget(inside);
}
