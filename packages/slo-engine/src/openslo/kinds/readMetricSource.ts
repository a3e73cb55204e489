import { MetricSpec } from '../../types';
import { DeclaredDataSource } from '../types';
import { Fields } from '../yaml/Fields';
import { quote } from '../yaml/quote';
import { Value } from '../yaml/Value';
import { Declared } from './Declared';
import { readName } from './readMetadata';

/** Samples of this type are pushed by whoever counts: there is nothing to ask for. */
const PUSHED = 'pushed';

/** A metric: `{ metricSource: { metricSourceRef?, type?, spec } }`. */
export function readMetricSource(
  metric: Value | undefined,
  dataSources: Declared<DeclaredDataSource>,
): MetricSpec | undefined {
  const source = metric
    ?.fields(['metricSource'])
    ?.need('metricSource')
    ?.fields(['metricSourceRef', 'type', 'spec']);
  if (!source) return undefined;
  const origin = readOrigin(source, dataSources);
  if (!origin) return undefined;
  const mayBeEmpty = origin.type === PUSHED;
  const spec = mayBeEmpty ? source.get('spec') : source.need('spec');
  const json = spec ? spec.json() : {};
  if (spec && json && !mayBeEmpty && !Object.keys(json).length) {
    return spec.error('metric-source', 'must say what to ask for: it is empty');
  }
  return json && (spec || mayBeEmpty) ? { ...origin, spec: json } : undefined;
}

function readOrigin(
  source: Fields,
  dataSources: Declared<DeclaredDataSource>,
): Omit<MetricSpec, 'spec'> | undefined {
  const stated = source.get('type');
  const type = stated?.text()?.toLowerCase();
  if (stated && type === undefined) return undefined;
  const reference = source.get('metricSourceRef');
  if (!reference) {
    return type
      ? { type }
      : source.whole.error(
          'metric-source',
          'names neither a type nor a metricSourceRef: say where the numbers come from',
        );
  }
  const dataSource = readName(reference);
  if (dataSource === undefined) return undefined;
  // A name that is not declared here may be known to the portal; then only the type is needed.
  if (type && !dataSources.has(dataSource)) return { type, dataSource };
  const declared = dataSources.resolve(reference);
  if (!declared) return undefined;
  if (type && type !== declared.type) {
    return stated?.error(
      'metric-source',
      `is ${quote(type)}, and the DataSource ${dataSource} is of type ${quote(
        declared.type,
      )}: leave the type out, or name another DataSource`,
    );
  }
  const { connection } = declared;
  return { type: declared.type, dataSource, connection };
}
