import { TeamScore } from '@maestro-conductor/plugin-readiness-common';

/** A dimension of a team. */
export interface TeamDimension {
  name: string;
  title: string;
  /** Mean, 0 to 1; absent where nothing is known of any service. */
  value?: number;
  /** Services without data. */
  noData: number;
}

/** The dimensions of a team in the order of the columns; those that apply to none of its services are left out. */
export function teamDimensions(
  team: Pick<TeamScore, 'dimensions'>,
  columns: ReadonlyArray<{ name: string; title: string }>,
): TeamDimension[] {
  return columns.flatMap(({ name, title }) => {
    const known = team.dimensions[name];
    const applies = known && (known.value !== undefined || known.noData > 0);
    return applies ? [{ name, title, ...known }] : [];
  });
}

/** The dimension with the lowest mean among those that are known of at all; undefined where none is or all are full. */
export function weakestDimension(
  dimensions: readonly TeamDimension[],
): (TeamDimension & { value: number }) | undefined {
  const known = dimensions.filter(
    (d): d is TeamDimension & { value: number } =>
      d.value !== undefined && d.value < 1,
  );
  return known.sort((a, b) => a.value - b.value)[0];
}
