import { DeclaredDataSource } from '../types';
import { Declared } from '../kinds/Declared';
import { readEnvelope } from '../kinds/readEnvelope';
import { readSli, Sli } from '../kinds/readSli';
import { Indicator } from '../../types';
import { Fields } from '../yaml/Fields';

const OPERATORS = ['lt', 'lte', 'gt', 'gte'] as const;

/** The indicator of an SLO, from `indicator` or `indicatorRef`. */
export function readIndicator(
  spec: Fields,
  slis: Declared<Sli>,
  dataSources: Declared<DeclaredDataSource>,
): Sli | undefined {
  const inside = spec.get('indicator');
  const reference = spec.get('indicatorRef');
  if (Boolean(inside) === Boolean(reference)) {
    return spec.whole.error(
      'indicator',
      'needs an indicator or an indicatorRef, exactly one of them',
    );
  }
  if (!inside) return slis.resolve(reference);
  const envelope = readEnvelope(inside, 'SLI');
  return envelope && readSli(envelope.spec, dataSources);
}

/** The indicator as an objective uses it: a threshold is compared by the objective's `op` and `value`. */
export function indicatorOf(
  sli: Sli | undefined,
  objective: Fields,
): Indicator | undefined {
  if (!sli) return undefined;
  if (sli.kind === 'threshold') {
    const op = objective.need('op')?.oneOf(OPERATORS);
    const value = objective.need('value')?.number()?.value;
    return op && value !== undefined ? { ...sli, op, value } : undefined;
  }
  objective.get('op')?.oneOf(OPERATORS);
  for (const name of ['op', 'value']) {
    objective
      .get(name)
      ?.warn(
        'unused-field',
        'has no effect with a ratioMetric, which knows good from bad already',
      );
  }
  return sli;
}
