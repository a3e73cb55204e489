import {
  DimensionScore,
  LevelDefinition,
  reaches,
  VERDICT_COUNTING,
} from '@maestro-conductor/plugin-readiness-common';

type Weighed = Pick<DimensionScore, 'name' | 'verdict' | 'value' | 'weight'>;

/**
 * Σ weight × value ÷ Σ weight over the dimensions that apply, 0 to 1 and not rounded. Undefined where none applies, and where
 * nothing is known of any that does: what was never measured is not 0. Summed in the order of the names, so that the order of the
 * configuration does not reach the last bit.
 */
export function scoreOf(dimensions: readonly Weighed[]): number | undefined {
  const counted = dimensions
    .filter(({ verdict }) => VERDICT_COUNTING[verdict].counts)
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const total = counted.reduce((sum, { weight }) => sum + weight, 0);
  if (total <= 0) return undefined;
  if (counted.every(({ verdict }) => verdict === 'no-data')) return undefined;
  const gained = counted.reduce((sum, d) => sum + d.weight * d.value, 0);
  return Math.min(1, Math.max(0, gained / total));
}

/** Name of the highest level that a score reaches; undefined below the lowest. Levels are from the lowest to the highest. */
export function levelOf(
  score: number | undefined,
  levels: readonly LevelDefinition[],
): string | undefined {
  if (score === undefined) return undefined;
  return levels.filter(({ minimum }) => reaches(score, minimum)).at(-1)?.name;
}
