import {
  ScoreHistoryPoint,
  ScorecardDefinition,
} from '@maestro-conductor/plugin-readiness-common';

/** What a dimension stood at, at one moment. */
export interface DimensionShare {
  /** value ÷ its full value, 0 to 1; undefined where the definition of that time does not know the dimension. */
  value?: number;
  /**
   * What it adds to the score, in hundredths: weight × value ÷ Σ weights of the dimensions that apply × 100. Over all dimensions this
   * sums to score × 100.
   */
  points: number;
  /** False where it was left out of the score; undefined where nobody kept that. */
  applied?: boolean;
}

const LEFT_OUT = ['not-applicable', 'exempt'];

/**
 * The dimensions of a point of the history by name, with their shares in its score. A point keeps weight × value × 100; where
 * some dimension did not apply these sum to less than the score. What the kept points sum to beside the score tells by how much,
 * whether or not the point also says which ones did not apply.
 *
 * @param definition - of the point's version; undefined where it is not kept
 */
export function scoreShares(
  point: ScoreHistoryPoint,
  definition: Pick<ScorecardDefinition, 'dimensions'> | undefined,
): Map<string, DimensionShare> {
  const names = Object.keys(point.points).sort();
  const sum = names.reduce((total, name) => total + point.points[name], 0);
  const ratio = sum > 0 ? ((point.score ?? 0) * 100) / sum : 0;
  // Where all apply they are the same but for the last bit of a sum.
  const factor = Math.abs(ratio - 1) < 1e-9 ? 1 : ratio;
  return new Map(
    names.map(name => {
      const weight = definition?.dimensions.find(d => d.name === name)?.weight;
      const verdict = point.verdicts?.[name];
      return [
        name,
        {
          points: point.points[name] * factor,
          ...(weight !== undefined && {
            value: point.points[name] / (weight * 100),
          }),
          ...(verdict !== undefined && {
            applied: !LEFT_OUT.includes(verdict),
          }),
        },
      ];
    }),
  );
}
