import { queryPrometheus } from './CountingProxy';
import { firstMinuteOf, Plan } from './plan';
import { PeerRule } from './sloth';
import { writeLines } from './writeCounters';

const MOST_POINTS = 10_000;

/**
 * Writes what the peer's rule of five minutes would have recorded each minute, as OpenMetrics: the rule of the whole window is made of that.
 */
export async function recordPeer(
  file: string,
  options: { url: string; rules: readonly PeerRule[]; plan: Plan },
): Promise<void> {
  const { url, rules, plan } = options;
  const base = rules.filter(
    ({ name }) => name === 'slo:sli_error:ratio_rate5m',
  );
  const lines = ['# TYPE slo:sli_error:ratio_rate5m unknown'];
  for (const { objective, expr } of base) {
    const first = firstMinuteOf(plan, objective);
    for (let from = first; from < plan.now; from += MOST_POINTS) {
      const form = new URLSearchParams({
        query: expr,
        start: String(from * 60),
        end: String((Math.min(plan.now, from + MOST_POINTS) - 1) * 60),
        step: '60',
      });
      const { body } = await queryPrometheus(`${url}/api/v1/query_range`, form);
      for (const [seconds, value] of JSON.parse(body).data.result[0]?.values ??
        []) {
        lines.push(
          `slo:sli_error:ratio_rate5m{${labelsOf(
            objective,
          )}} ${value} ${seconds}`,
        );
      }
    }
  }
  await writeLines(file, lines);
}

/** As Sloth labels what it records of an objective. */
function labelsOf(objective: number): string {
  return [
    `sloth_id="bench-slo-${objective}"`,
    'sloth_service="bench"',
    `sloth_slo="slo-${objective}"`,
    'sloth_window="5m"',
  ].join(',');
}
