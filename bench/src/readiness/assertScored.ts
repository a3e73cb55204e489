import { SCORECARD } from './rules';

const DIMENSIONS = Object.keys(SCORECARD.weights as object).length;

/** A dimension of a score, as far as it is looked at here. */
interface Dimension {
  verdict?: string;
  value?: number;
}

/** Throws unless our bulk answer holds a score for each entity, with verdict and value of each dimension. */
export function assertScored(body: string, entities: number): void {
  const { items }: { items: { dimensions: Dimension[] }[] } = JSON.parse(body);
  const complete = items.filter(
    ({ dimensions }) =>
      dimensions.length === DIMENSIONS &&
      dimensions.every(
        ({ verdict, value }) => verdict !== undefined && value !== undefined,
      ),
  ).length;
  if (complete !== entities) {
    throw new Error(`${complete} whole scores came for ${entities} entities`);
  }
}
