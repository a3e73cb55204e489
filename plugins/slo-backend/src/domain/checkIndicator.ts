import {
  DocumentProblem,
  ObjectiveQuery,
} from '@maestro-conductor/plugin-slo-common';
import { SampleSource } from '@maestro-conductor/plugin-slo-node';
import { metricsOf, ObjectiveDefinition } from '@maestro-conductor/slo-engine';
import { nearest } from './nearest';
import { PUSHED, sourceTypeOf } from './sourceTypeOf';

/** What a source makes of an objective. `usable`: false where it can never have samples, so that it is no objective. */
export interface CheckedIndicator {
  usable: boolean;
  queries: ObjectiveQuery[];
  problems: DocumentProblem[];
}

/**
 * Has an indicator checked by its source. Where the source is not installed the objective stays, for the module may only be missing today; it then
 * has no data, and says why.
 */
export function checkIndicator(
  definition: ObjectiveDefinition,
  sources: readonly SampleSource[],
): CheckedIndicator {
  const problem = (rule: string, message: string): DocumentProblem => ({
    severity: 'error',
    ...definition.at,
    rule,
    message: `${definition.slo}: ${message}`,
  });
  const type = sourceTypeOf(definition);
  const other = metricsOf(definition.indicator).find(
    ({ metric }) => metric.type !== type,
  );
  if (other) {
    const message = `the metrics come from ${type} and from ${other.metric.type}; take all of an indicator from one source`;
    return {
      usable: false,
      queries: [],
      problems: [problem('source', message)],
    };
  }
  if (type === PUSHED) return { usable: true, queries: [], problems: [] };
  const source = sources.find(one => one.type === type);
  if (!source) {
    const message = unknownType(type, sources);
    return {
      usable: true,
      queries: [],
      problems: [problem('source', message)],
    };
  }
  const checked = source.check(definition.indicator);
  return 'queries' in checked
    ? { usable: true, queries: checked.queries, problems: [] }
    : {
        usable: false,
        queries: [],
        problems: checked.problems.map(({ field, message }) =>
          problem('indicator', `${field}: ${message}`),
        ),
      };
}

function unknownType(type: string, sources: readonly SampleSource[]): string {
  const types = [PUSHED, ...sources.map(source => source.type)];
  const near = nearest(type, types);
  return `no source of type ${type} is installed, so there is no data; ${
    near.length > 0
      ? `did you mean ${near.join(' or ')}?`
      : `there are ${types.join(', ')}. Add its module to the backend`
  }`;
}
