import {
  DimensionDefinition,
  ScorecardDefinition,
} from '@maestro-conductor/plugin-readiness-common';
import { ScorecardContent } from './scorecardContent';

type Comparable = ScorecardContent | ScorecardDefinition;

function sameJson(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function diffDimension(
  before: DimensionDefinition | undefined,
  after: DimensionDefinition | undefined,
): string[] {
  if (!before && after) {
    return [`${after.name} added with weight ${after.weight}`];
  }
  if (before && !after) return [`${before.name} removed`];
  if (!before || !after) return [];
  const lines: string[] = [];
  if (before.weight !== after.weight) {
    lines.push(`weight of ${after.name} ${before.weight} → ${after.weight}`);
  }
  if (!sameJson(before.value, after.value)) {
    lines.push(`how ${after.name} is valued changed`);
  }
  if (before.boundToCommit !== after.boundToCommit) {
    lines.push(`whether ${after.name} is bound to commits changed`);
  }
  if (!sameJson(before.appliesTo, after.appliesTo)) {
    lines.push(`to which entities ${after.name} applies changed`);
  }
  return lines;
}

/** What changed between two versions of a scorecard, in one line, for the mark in the history. */
export function diffDefinitions(before: Comparable, after: Comparable): string {
  const names = new Set(
    [...before.dimensions, ...after.dimensions].map(({ name }) => name),
  );
  const lines = [...names].flatMap(name =>
    diffDimension(
      before.dimensions.find(d => d.name === name),
      after.dimensions.find(d => d.name === name),
    ),
  );
  if (before.threshold !== after.threshold) {
    lines.push(`threshold ${before.threshold} → ${after.threshold}`);
  }
  if (!sameJson(before.levels, after.levels)) {
    lines.push(
      `levels now ${after.levels
        .map(level => `${level.name} ${level.minimum}`)
        .join(', ')}`,
    );
  }
  if (!sameJson(before.filter, after.filter)) {
    lines.push('which entities are scored changed');
  }
  return lines.length > 0 ? lines.join('; ') : 'the same rule';
}
