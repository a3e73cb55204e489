import { Indicator } from '../types';
import { IndicatorQuery } from './prometheusQueries';
import { PromTerm } from './readPromQl';

const COMPARISONS = { lt: '<', lte: '<=', gt: '>', gte: '>=' };

/** Two expressions over the same window, without labels. */
export interface EventCounts {
  bad: string;
  total: string;
}

/**
 * PromQL for the bad and all events of an indicator in a window that ends now, as far as Prometheus can tell: it extrapolates increases.
 *
 * @param window - as Prometheus writes it: `5m`
 */
export function eventCounts(
  indicator: Indicator,
  queries: readonly IndicatorQuery[],
  window: string,
): EventCounts {
  const [first] = queries;
  const minutes = `[${window}:1m]`;
  if (indicator.kind === 'raw-ratio') {
    const sum = `sum(sum_over_time((${first.query.text})${minutes}))`;
    const total = `sum(count_over_time((${first.query.text})${minutes}))`;
    return {
      bad: indicator.rawType === 'failure' ? sum : `(${total} - ${sum})`,
      total,
    };
  }
  if (indicator.kind === 'threshold') {
    const good = `(${first.query.text}) ${COMPARISONS[indicator.op]} bool ${
      indicator.value
    }`;
    const total = `sum(count_over_time((${first.query.text})${minutes}))`;
    return {
      bad: `(${total} - sum(sum_over_time((${good})${minutes})))`,
      total,
    };
  }
  const counts = (query: IndicatorQuery) =>
    indicator.counter
      ? increase(query, window)
      : `sum(sum_over_time((${query.query.text})${minutes}))`;
  const all = queries.find(({ role }) => role === 'total')!;
  const part = queries.find(({ role }) => role !== 'total')!;
  const total = counts(all);
  const some = sharesMetric(part, all)
    ? `(${counts(part)} or 0 * ${total})`
    : counts(part);
  return { bad: part.role === 'bad' ? some : `(${total} - ${some})`, total };
}

function increase({ query }: IndicatorQuery, window: string): string {
  if (query.terms.length === 0) {
    return `sum(increase((${query.text})[${window}:1m]))`;
  }
  const one = ({ selector, zeroWhenAbsent }: PromTerm) => {
    const sum = `sum(increase(${selector}[${window}]))`;
    return zeroWhenAbsent ? `(${sum} or vector(0))` : sum;
  };
  const joined = query.terms
    .map(
      (term, i) => `${i ? ` ${term.sign > 0 ? '+' : '-'} ` : ''}${one(term)}`,
    )
    .join('');
  return query.terms.length > 1 ? `(${joined})` : joined;
}

/**
 * Whether one query sums up series of a metric that the other counts too, so that they are scraped together: then no such series means that none
 * of its events ever happened, while the other one is there.
 *
 * @public
 */
export function sharesMetric(
  part: IndicatorQuery,
  all: IndicatorQuery,
): boolean {
  const [term, ...more] = part.query.terms;
  return (
    term?.metric !== undefined &&
    more.length === 0 &&
    all.query.terms.some(({ metric }) => metric === term.metric)
  );
}
