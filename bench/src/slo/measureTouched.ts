import { SampleSource } from '@maestro-conductor/plugin-slo-node';
import { Measurement } from '../lib/results';
import { median } from '../lib/statistics';
import { CountingProxy, queryPrometheus } from './CountingProxy';
import { definitionOf } from './objectives';
import { Plan } from './plan';
import { PeerRule } from './sloth';

const FEWER_AT_LEAST = 5;

/** Samples that Prometheus touches for one evaluation of all objectives, by its own statistics, beside the rules of the peer. */
export async function measureTouched(options: {
  source: SampleSource;
  proxy: CountingProxy;
  url: string;
  rules: readonly PeerRule[];
  plan: Plan;
  progress(message: string): void;
}): Promise<Measurement[]> {
  const { source, proxy, url, rules, plan, progress } = options;
  const ours: number[] = [];
  const queries: number[] = [];
  const peer: number[] = [];
  for (let i = plan.evaluations - 1; i >= 0; i -= 1) {
    const now = plan.now - i;
    proxy.take();
    await readMinute(source, plan, now);
    const touched = proxy.take();
    ours.push(touched.samples);
    queries.push(touched.queries);
    peer.push(await evaluateRules(url, rules, now));
    progress(
      `evaluation at minute ${now}: ${touched.samples} samples in ${
        touched.queries
      } queries, the peer ${peer.at(-1)} in ${rules.length}`,
    );
  }
  const value = median(ours);
  const beside = median(peer);
  return [
    {
      id: 'samples-touched.prometheus',
      value,
      unit: 'samples',
      target: beside / FEWER_AT_LEAST,
      better: 'lower',
      gate: true,
      peer: beside,
      ratio: beside / value,
    },
    {
      id: 'queries.prometheus',
      value: median(queries),
      unit: 'queries',
      target: rules.length,
      better: 'lower',
      gate: false,
      peer: rules.length,
      ratio: rules.length / median(queries),
    },
  ];
}

async function readMinute(source: SampleSource, plan: Plan, now: number) {
  const requests = Array.from({ length: plan.objectives }, (_, i) => ({
    id: String(i),
    indicator: definitionOf(i).indicator,
    from: now - 1,
    to: now,
  }));
  const answers = await source.read(requests, {
    signal: AbortSignal.timeout(300_000),
  });
  const read = [...answers.values()].filter(
    answer => 'samples' in answer && answer.samples.length === 1,
  );
  if (read.length !== plan.objectives) {
    throw new Error(
      `Of ${plan.objectives} objectives ${read.length} were read`,
    );
  }
}

async function evaluateRules(
  url: string,
  rules: readonly PeerRule[],
  now: number,
): Promise<number> {
  let sum = 0;
  for (const { expr } of rules) {
    const form = new URLSearchParams({ query: expr, time: String(now * 60) });
    sum += (await queryPrometheus(`${url}/api/v1/query`, form)).samples;
  }
  return sum;
}
