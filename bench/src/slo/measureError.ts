import { MinuteSample, SampleSource } from '@maestro-conductor/plugin-slo-node';
import {
  applySamples,
  BudgetRule,
  DayCounts,
  dayOf,
  decodeDay,
  DEFAULT_SETTINGS,
  emptyDay,
  encodeDay,
  evaluateObjective,
  MINUTES_PER_DAY,
  rollUpDay,
  SampleDays,
} from '@maestro-conductor/slo-engine';
import { Measurement } from '../lib/results';
import { queryPrometheus } from './CountingProxy';
import { definitionOf, TARGET } from './objectives';
import { firstMinuteOf, Plan } from './plan';
import { PeerRule } from './sloth';
import { eventsAt } from './traffic';

const WINDOW = 30 * MINUTES_PER_DAY;
const MOST_PERCENT = 0.01;

/** How far the budget that is left is from the exact one, as a share of the budget; the worst of all objectives with a whole window. */
export async function measureError(options: {
  source: SampleSource;
  url: string;
  rules: readonly PeerRule[];
  plan: Plan;
  progress(message: string): void;
}): Promise<Measurement[]> {
  const { source, url, rules, plan, progress } = options;
  const errors: { ours: number; peer: number }[] = [];
  for (let objective = 0; objective < plan.whole; objective += 1) {
    const exact = exactBudget(objective, plan);
    const ours = await ourBudget(source, objective, plan);
    const peer = await peerBudget(url, rules, objective, plan);
    errors.push({ ours: Math.abs(ours - exact), peer: Math.abs(peer - exact) });
    progress(
      `budget left of objective ${objective}: exactly ${exact.toFixed(
        6,
      )}, ours ${ours.toFixed(6)}, the peer's ${peer.toFixed(6)}`,
    );
  }
  const worst = (of: 'ours' | 'peer') =>
    100 * Math.max(...errors.map(error => error[of]));
  return [
    {
      id: 'budget-error.prometheus',
      value: worst('ours'),
      unit: '% of the budget',
      target: MOST_PERCENT,
      better: 'lower',
      gate: true,
      peer: worst('peer'),
    },
  ];
}

function exactBudget(objective: number, plan: Plan): number {
  let good = 0;
  let bad = 0;
  // The first sample of a counter tells nothing of what was before.
  const first = Math.max(plan.now - WINDOW, firstMinuteOf(plan, objective) + 1);
  for (let minute = first; minute < plan.now; minute += 1) {
    const events = eventsAt(objective, minute);
    good += events.good;
    bad += events.bad;
  }
  return 1 - bad / (good + bad) / (1 - TARGET);
}

/** The whole way: read day by day, packed into blocks, unpacked, added up. */
async function ourBudget(
  source: SampleSource,
  objective: number,
  plan: Plan,
): Promise<number> {
  const definition = definitionOf(objective);
  const blocks = new Map<number, DayCounts>();
  for (let from = plan.now - WINDOW; from < plan.now; from += MINUTES_PER_DAY) {
    const request = {
      id: 'one',
      indicator: definition.indicator,
      from,
      to: Math.min(plan.now, from + MINUTES_PER_DAY),
    };
    const answer = (
      await source.read([request], { signal: AbortSignal.timeout(60_000) })
    ).get('one')!;
    if ('problem' in answer) throw new Error(answer.problem);
    keep(blocks, answer.samples);
  }
  const state = evaluateObjective({
    definition,
    days: packed(blocks, definition.rule),
    now: new Date(plan.now * 60_000),
    firstMinute: plan.now - WINDOW,
    lastMinute: plan.now - 1,
    settings: DEFAULT_SETTINGS,
  });
  return state.budgetLeft ?? NaN;
}

function keep(blocks: Map<number, DayCounts>, samples: MinuteSample[]) {
  for (const sample of samples) {
    const day = dayOf(sample.minute);
    const counts = blocks.get(day) ?? emptyDay();
    blocks.set(day, counts);
    applySamples(counts, [sample]);
  }
}

function packed(blocks: Map<number, DayCounts>, rule: BudgetRule): SampleDays {
  const days = new Map(
    [...blocks].map(([day, counts]) => [day, decodeDay(encodeDay(counts))]),
  );
  return {
    counts: day => days.get(day),
    rollUp: day => {
      const counts = days.get(day);
      return counts && rollUpDay(counts, rule);
    },
  };
}

async function peerBudget(
  url: string,
  rules: readonly PeerRule[],
  objective: number,
  plan: Plan,
): Promise<number> {
  const { expr } = rules.find(
    rule =>
      rule.objective === objective &&
      rule.name === 'slo:sli_error:ratio_rate30d',
  )!;
  const form = new URLSearchParams({
    query: expr,
    time: String(plan.now * 60),
  });
  const { body } = await queryPrometheus(`${url}/api/v1/query`, form);
  const ratio = Number(JSON.parse(body).data.result[0]?.value[1]);
  return 1 - ratio / (1 - TARGET);
}
