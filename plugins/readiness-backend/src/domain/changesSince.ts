import { Entity } from '@backstage/catalog-model';
import {
  DimensionChange,
  DimensionScore,
  FactUsed,
  Score,
  ScoreChanges,
  ScorecardDefinition,
  ScoreHistoryPoint,
} from '@maestro-conductor/plugin-readiness-common';
import { causeOfChange } from './causeOfChange';
import { historyPoint } from './historyPoint';
import { DimensionShare, scoreShares } from './scoreShares';

/** Points nearer than this have not moved. */
const SAME_POINTS = 1e-7;

/** What a comparison is made of. */
export interface ChangesInput {
  entity: Entity;
  /** The moment asked for. */
  since: Date;
  /** The last score at or before it. */
  before?: ScoreHistoryPoint;
  /** The score as it stands. */
  current: Score;
  /** The definitions that judged them; undefined where they are not kept. */
  definitionBefore?: ScorecardDefinition;
  definitionAfter?: ScorecardDefinition;
  definitionChanges: ScoreChanges['definitionChanges'];
}

function newestFirst(facts: readonly FactUsed[]): FactUsed[] {
  return [...facts].sort((a, b) =>
    (b.observedAt ?? '').localeCompare(a.observedAt ?? ''),
  );
}

function weightsOf(definition: ScorecardDefinition | undefined): string {
  return JSON.stringify(
    definition?.dimensions.map(({ name, weight }) => [name, weight]).sort(),
  );
}

/** Points are shown where the dimension applied, or where that is not known. */
function shown(share: DimensionShare | undefined): number | undefined {
  return share && share.applied !== false ? share.points : undefined;
}

/** A dimension that is no longer part of the scorecard. */
function removed(
  name: string,
  share: DimensionShare,
  input: ChangesInput,
): DimensionChange {
  const title = input.definitionBefore?.dimensions.find(
    dimension => dimension.name === name,
  )?.title;
  const verdict = input.before?.verdicts?.[name];
  const before = shown(share);
  return {
    name,
    title: title ?? name,
    ...(before !== undefined && { pointsBefore: before }),
    change: 0 - (before ?? 0),
    ...(verdict && { verdictBefore: verdict }),
    cause: 'rule',
    facts: [],
  };
}

function compared(
  judged: DimensionScore,
  input: ChangesInput & {
    sharesBefore: Map<string, DimensionShare>;
    sharesAfter: Map<string, DimensionShare>;
  },
): DimensionChange {
  const { name, title, verdict, reason, nextStep, facts } = judged;
  const { before, definitionBefore, definitionAfter } = input;
  const shareBefore = input.sharesBefore.get(name);
  const shareAfter = input.sharesAfter.get(name)!;
  const pointsBefore = shown(shareBefore);
  const pointsAfter = shown(shareAfter);
  const verdictBefore = before?.verdicts?.[name];
  const change = (pointsAfter ?? 0) - (pointsBefore ?? 0);
  const moved =
    Math.abs(change) > SAME_POINTS ||
    (before !== undefined && !shareBefore) ||
    (verdictBefore !== undefined && verdictBefore !== verdict);
  const find = (definition: ScorecardDefinition | undefined) =>
    definition?.dimensions.find(dimension => dimension.name === name);
  const cause = () => {
    if (!before) return 'unknown';
    if (!shareBefore) return 'rule';
    return causeOfChange({
      before: shareBefore,
      after: shareAfter,
      judged,
      definitionBefore: find(definitionBefore),
      definitionAfter: find(definitionAfter),
      weightsChanged:
        weightsOf(definitionBefore) !== weightsOf(definitionAfter),
      entity: input.entity,
      evaluatedBefore: new Date(before.at),
    });
  };
  return {
    name,
    title,
    ...(pointsBefore !== undefined && { pointsBefore }),
    ...(pointsAfter !== undefined && { pointsAfter }),
    change: Math.abs(change) > SAME_POINTS ? change : 0,
    ...(verdictBefore && { verdictBefore }),
    verdictAfter: verdict,
    ...(moved && { cause: cause() }),
    reason,
    ...(nextStep && { nextStep }),
    facts: newestFirst(facts),
  };
}

/**
 * What changed between an earlier score and the one of now, dimension by dimension. Points are what a dimension adds to the
 * score, in hundredths, so that where there is a score on both sides the changes sum to the difference of the scores × 100, also
 * where some dimension does not apply or weights changed.
 */
export function changesSince(input: ChangesInput): ScoreChanges {
  const { before, current, definitionBefore, definitionAfter } = input;
  const after = historyPoint(current, false);
  const verdicts = Object.fromEntries(
    current.dimensions.map(({ name, verdict }) => [name, verdict]),
  );
  const sharesBefore = before
    ? scoreShares(before, definitionBefore)
    : new Map<string, DimensionShare>();
  const sharesAfter = scoreShares({ ...after, verdicts }, definitionAfter);
  const items = [
    ...current.dimensions.map(judged =>
      compared(judged, { ...input, sharesBefore, sharesAfter }),
    ),
    ...[...sharesBefore]
      .filter(([name]) => !sharesAfter.has(name))
      .map(([name, share]) => removed(name, share, input)),
  ];
  const moved = items
    .filter(({ cause }) => cause !== undefined)
    .sort((a, b) => Math.abs(b.change) - Math.abs(a.change));
  return {
    entityRef: current.entityRef,
    environment: current.environment,
    since: input.since.toISOString(),
    ...(before && { before }),
    after: { ...after, verdicts },
    ...(before?.score !== undefined &&
      current.score !== undefined && { change: current.score - before.score }),
    items: [...moved, ...items.filter(({ cause }) => cause === undefined)],
    definitionChanges: input.definitionChanges,
  };
}
