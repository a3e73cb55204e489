import { ObjectiveDefinition } from '@maestro-conductor/slo-engine';

/** The type of indicators whose counts are pushed. */
export const PUSHED = 'pushed';

/** Which source has the samples of an objective. */
export function sourceTypeOf({
  indicator,
}: Pick<ObjectiveDefinition, 'indicator'>): string {
  switch (indicator.kind) {
    case 'ratio':
      return indicator.total.type;
    case 'raw-ratio':
      return indicator.raw.type;
    default:
      return indicator.metric.type;
  }
}
