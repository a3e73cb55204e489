import { parseEntityRef } from '@backstage/catalog-model';
import {
  NewTransition,
  NoticePayload,
  plainText,
  Transition,
} from '@maestro-conductor/backend-kit';
import {
  DimensionScore,
  Score,
} from '@maestro-conductor/plugin-readiness-common';
import { scoreText } from './wording';

/** The condition that a score fell below the threshold it was at. */
export const BELOW_THRESHOLD = 'readiness:below-threshold';

/**
 * A score moves about while its first evidence comes in, for example a month of it after the start of a new portal. What happens in this time
 * after its first evaluation is no fall, in milliseconds.
 */
export const SETTLING_MS = 10 * 60 * 1000;

/** By which people sort and mute notifications. */
const TOPIC = 'Readiness';

/** Names that a message about many services lists. */
const MAX_NAMES = 5;

/** What is kept of a score for the message; the score may be another when the message is sent. */
interface Detail {
  score?: number;
  threshold: number;
  /** The dimension that cost most, and why. */
  dimension?: string;
  reason?: string;
  nextStep?: string;
}

function costliest(score: Score): DimensionScore | undefined {
  const missing = (dimension: DimensionScore) =>
    dimension.verdict === 'not-applicable' || dimension.verdict === 'exempt'
      ? 0
      : dimension.maxPoints - dimension.points;
  const [first] = [...score.dimensions].sort((a, b) => missing(b) - missing(a));
  return first && missing(first) > 0 ? first : undefined;
}

/** The condition of a score that rose to its threshold or fell below it. */
export function belowThreshold(score: Score, ready: boolean): NewTransition {
  const dimension = costliest(score);
  return {
    rule: BELOW_THRESHOLD,
    tenant: score.tenant,
    entityRef: score.entityRef,
    key: score.environment,
    state: ready ? 'resolved' : 'open',
    detail: {
      ...(score.score !== undefined && { score: score.score }),
      threshold: score.threshold,
      ...(dimension && {
        dimension: dimension.title,
        reason: dimension.reason,
        ...(dimension.nextStep && { nextStep: dimension.nextStep }),
      }),
    },
  };
}

function nameOf(entityRef: string, titles: ReadonlyMap<string, string>) {
  return plainText(titles.get(entityRef) ?? parseEntityRef(entityRef).name, 80);
}

function comparison({ score, threshold }: Detail): string {
  return score === undefined
    ? 'no score any more'
    : `${scoreText(score, threshold)} of ${scoreText(threshold)}`;
}

function explanation({ dimension, reason, nextStep }: Detail): string {
  if (!dimension || !reason) return '';
  const next = nextStep ? ` Next: ${plainText(nextStep)}` : '';
  return `${plainText(dimension)} cost most: ${plainText(reason)}${next}`;
}

/** What the owner of one service is told. `titles` by entity ref; the name stands in where there is none. */
export function describeOne(
  transition: Transition,
  titles: ReadonlyMap<string, string>,
): NoticePayload {
  const { entityRef, key: environment, state } = transition;
  const detail = transition.detail as unknown as Detail;
  const { kind, namespace, name } = parseEntityRef(entityRef);
  const title = nameOf(entityRef, titles);
  return {
    title:
      state === 'open'
        ? `${title} fell below its readiness threshold: ${comparison(detail)}`
        : `${title} is ready again: ${comparison(detail)}`,
    description: [
      `In ${environment}.`,
      ...(state === 'open' ? [explanation(detail)] : []),
    ]
      .join(' ')
      .trim(),
    link: `/catalog/${namespace}/${kind}/${name}/readiness?environment=${environment}`,
    severity: state === 'open' ? 'high' : 'low',
    topic: TOPIC,
  };
}

/** What an owner is told of many services that fell, or rose, at once: most often the rule changed. */
export function describeMany(
  ownerRef: string,
  transitions: readonly Transition[],
  titles: ReadonlyMap<string, string>,
): NoticePayload {
  const [{ key: environment, state }] = transitions;
  const names = transitions.map(t => nameOf(t.entityRef, titles)).sort();
  const others = names.length - MAX_NAMES;
  const listed = names.slice(0, MAX_NAMES).join(', ');
  return {
    title:
      state === 'open'
        ? `${transitions.length} services fell below their readiness threshold`
        : `${transitions.length} services are ready again`,
    description: `In ${environment}: ${listed}${
      others > 0 ? ` and ${others} more` : ''
    }.`,
    link: `/readiness?${new URLSearchParams({
      environment,
      owner: ownerRef,
      view: 'services',
    })}`,
    severity: state === 'open' ? 'high' : 'low',
    topic: TOPIC,
  };
}
