import { ObjectiveDefinition } from '../types';
import { windowName } from './windowName';

/** Labels that tell whose series a rule writes. Sloth's names, so that its dashboards show these rules too. */
export function identityLabels({
  slo,
  objective,
  service,
  entityRef,
  environment,
}: ObjectiveDefinition): Record<string, string> {
  return {
    entity: entityRef,
    environment,
    sloth_id: [service, slo, objective, environment].join('-'),
    sloth_service: service,
    sloth_slo: `${slo}/${objective}`,
  };
}

/** Picks the series that rules of an objective wrote. */
export function selectOwn(
  metric: string,
  definition: ObjectiveDefinition,
): string {
  const { sloth_id } = identityLabels(definition);
  // The id alone may be shared: `a-b` of `c`, and `a` of `b-c`.
  return `${metric}{sloth_id=${quote(sloth_id)},entity=${quote(
    definition.entityRef,
  )},sloth_slo=${quote(`${definition.slo}/${definition.objective}`)}}`;
}

/** Name of the recorded share of bad events, or of bad slices, over a window. */
export function ratioName(minutes: number): string {
  return `slo:sli_error:ratio_rate${windowName(minutes)}`;
}

/** A string of PromQL. */
function quote(text: string): string {
  return JSON.stringify(text);
}
