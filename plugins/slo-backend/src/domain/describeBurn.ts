import { parseEntityRef } from '@backstage/catalog-model';
import {
  NoticePayload,
  plainText,
  Transition,
} from '@maestro-conductor/backend-kit';
import { BurnDetail } from './burnCondition';

/** By which people sort and mute notifications. */
const TOPIC = 'SLO';
/** Names that a message about many objectives lists. */
const MAX_NAMES = 5;

const detailOf = (transition: Transition) =>
  transition.detail as unknown as BurnDetail;

function hours(minutes: number): string {
  if (minutes < 60) return `${minutes} min`;
  return minutes < 2_880
    ? `${Math.round(minutes / 60)} h`
    : `${Math.round(minutes / 1_440)} d`;
}

function budgetWords({ budgetLeft, exhaustedAt }: BurnDetail): string {
  if (budgetLeft === undefined) return '';
  if (budgetLeft < 0) return ' The budget is used up.';
  const left = ` ${(budgetLeft * 100).toFixed(1)} % of the budget is left`;
  return exhaustedAt
    ? `${left}; at this rate it ends ${exhaustedAt
        .slice(0, 16)
        .replace('T', ' ')} UTC.`
    : `${left}.`;
}

/** What the owner of one objective is told. `titles` by entity ref; the name stands in where there is none. */
export function describeBurn(
  transition: Transition,
  titles: ReadonlyMap<string, string>,
): NoticePayload {
  const { entityRef, state } = transition;
  const detail = detailOf(transition);
  const entity = plainText(
    titles.get(entityRef) ?? parseEntityRef(entityRef).name,
    80,
  );
  const objective = plainText(detail.title, 80);
  const rate =
    detail.long === undefined || detail.longMinutes === undefined
      ? ''
      : ` ${detail.long.toFixed(
          1,
        )} times as fast as it can afford, over ${hours(detail.longMinutes)}.`;
  return {
    title: `${entity}: ${objective} ${verbOf(detail, state)} its error budget`,
    description: [
      `In ${detail.environment}.`,
      state === 'open' ? rate : '',
      budgetWords(detail),
    ].join(''),
    link: `/slo/objectives/${detail.id}`,
    severity: severityOf(detail, state),
    topic: TOPIC,
  };
}

function verbOf({ unseen }: BurnDetail, state: Transition['state']): string {
  if (state === 'open') return 'burns';
  return unseen ? 'is no longer seen to burn' : 'no longer burns';
}

/** What an owner is told of many objectives that began to burn, or ended, at once. */
export function describeBurns(
  ownerRef: string,
  transitions: readonly Transition[],
): NoticePayload {
  const [{ state }] = transitions;
  const names = transitions
    .map(transition => plainText(detailOf(transition).title, 80))
    .sort();
  const others = names.length - MAX_NAMES;
  return {
    title:
      state === 'open'
        ? `${names.length} objectives burn their error budget`
        : `${names.length} objectives no longer burn their error budget`,
    description: `${names.slice(0, MAX_NAMES).join(', ')}${
      others > 0 ? ` and ${others} more` : ''
    }.`,
    link: `/slo?${new URLSearchParams({ owner: ownerRef })}`,
    severity: severityOf(detailOf(transitions[0]), state),
    topic: TOPIC,
  };
}

function severityOf({ severity }: BurnDetail, state: Transition['state']) {
  if (state === 'resolved') return 'low';
  return severity === 'page' ? 'critical' : 'high';
}
