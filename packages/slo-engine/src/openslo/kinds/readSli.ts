import { Indicator, MetricSpec } from '../../types';
import { DeclaredDataSource } from '../types';
import { Fields } from '../yaml/Fields';
import { quote } from '../yaml/quote';
import { Value } from '../yaml/Value';
import { Declared } from './Declared';
import { readDescription } from './readDescription';
import { readMetricSource } from './readMetricSource';

/** An indicator; what a threshold is compared with stands in each objective. */
export type Sli =
  | Exclude<Indicator, { kind: 'threshold' }>
  | { kind: 'threshold'; metric: MetricSpec };

const RATIO_FIELDS = ['counter', 'good', 'bad', 'total', 'rawType', 'raw'];

/** The specification of an SLI, of its own or inside an SLO. */
export function readSli(
  spec: Value,
  dataSources: Declared<DeclaredDataSource>,
): Sli | undefined {
  const fields = spec.fields(['description', 'thresholdMetric', 'ratioMetric']);
  if (!fields) return undefined;
  readDescription(fields);
  const threshold = fields.get('thresholdMetric');
  const ratio = fields.get('ratioMetric');
  if (Boolean(threshold) === Boolean(ratio)) {
    return spec.error(
      'indicator-metric',
      'must have a ratioMetric or a thresholdMetric, exactly one of them',
    );
  }
  if (threshold) {
    const metric = readMetricSource(threshold, dataSources);
    return metric && { kind: 'threshold', metric };
  }
  const metric = ratio?.fields(RATIO_FIELDS);
  if (!metric) return undefined;
  return metric.present(['raw', 'rawType']).length
    ? readRaw(metric, dataSources)
    : readRatio(metric, dataSources);
}

function readRatio(
  metric: Fields,
  dataSources: Declared<DeclaredDataSource>,
): Sli | undefined {
  const good = metric.get('good');
  const bad = metric.get('bad');
  if (Boolean(good) === Boolean(bad)) {
    metric.whole.error(
      'ratio-parts',
      good
        ? 'has both good and bad: keep one, the other follows from the total'
        : 'needs good or bad beside total',
    );
  }
  const part = readMetricSource(good ?? bad, dataSources);
  const total = readMetricSource(metric.need('total'), dataSources);
  const counter = readCounter(metric, total);
  if (!part || !total || counter === undefined) return undefined;
  if (part.type !== total.type) {
    return metric.whole.error(
      'metric-source',
      `asks ${quote(part.type)} and ${quote(
        total.type,
      )}: both numbers must come from one type of source`,
    );
  }
  return {
    kind: 'ratio',
    ...(good ? { good: part } : { bad: part }),
    total,
    counter,
  };
}

/** Who pushes samples says with them whether they are counters; of any other source a wrong guess would be a wrong budget. */
function readCounter(
  metric: Fields,
  total: MetricSpec | undefined,
): boolean | undefined {
  const counter = metric.get('counter');
  if (!counter && total && total.type !== 'pushed') {
    metric.whole.warn(
      'counter',
      'does not say whether its metrics are counters, and is read as counter: false, where each value is the number of events of its minute',
    );
  }
  return counter ? counter.flag() : false;
}

function readRaw(
  metric: Fields,
  dataSources: Declared<DeclaredDataSource>,
): Sli | undefined {
  const others = metric.present(['good', 'bad', 'total']);
  if (others.length) {
    return metric.whole.error(
      'ratio-parts',
      `has raw besides ${others.join(' and ')}: keep one way`,
    );
  }
  if (metric.get('counter')) {
    metric.get('counter')?.warn('unused-field', 'has no effect beside raw');
  }
  const raw = readMetricSource(metric.need('raw'), dataSources);
  const rawType = metric.need('rawType')?.oneOf(['success', 'failure']);
  return raw && rawType && { kind: 'raw-ratio', raw, rawType };
}
