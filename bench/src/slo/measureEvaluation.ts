import { Knex } from 'knex';
import { HttpClient } from '../lib/HttpClient';
import { Measurement } from '../lib/results';
import { median } from '../lib/statistics';
import { BoardPlan, objectivesOf } from './boardPlan';
import {
  askLastMinute,
  countEvaluated,
  countOutdated,
  showDays,
} from './fillDays';
import { PortalTask } from './PortalTask';

const RECOMPUTE_MS = 60_000;
const MINUTE_MS = 2_000;

/** Evaluation of all objectives: of everything anew, and of a minute that came. */
export async function measureEvaluation(options: {
  client: HttpClient;
  slo: Knex;
  plan: BoardPlan;
  database: string;
  progress(message: string): void;
}): Promise<Measurement[]> {
  const { client, slo, plan, database, progress } = options;
  const reading = new PortalTask(client, 'slo', 'slo-read-sources');
  const task = new PortalTask(client, 'slo', 'slo-evaluate');
  const objectives = objectivesOf(plan);
  const { repeats } = plan;

  /** From new samples to the states of all objectives. @returns milliseconds of both */
  const round = async (change: () => Promise<number>) => {
    // The task also runs by itself each five seconds: what follows is to be done before that.
    await task.untilRested();
    const since = new Date();
    const changing = await change();
    if ((await countEvaluated(slo, since)) > 0) {
      throw new Error('Evaluation began by itself before it was measured');
    }
    const evaluating = await task.run();
    const evaluated = await countEvaluated(slo, since);
    const outdated = await countOutdated(slo);
    if (evaluated !== objectives || outdated > 0) {
      throw new Error(
        `${evaluated} of ${objectives} were evaluated; ${outdated} days have old sums`,
      );
    }
    return { changing, evaluating };
  };

  const recomputed: number[] = [];
  for (let i = 1; i <= repeats.recompute; i += 1) {
    const { evaluating } = await round(async () => {
      await showDays(slo);
      return 0;
    });
    progress(`recomputation ${i}: ${evaluating} ms`);
    recomputed.push(evaluating);
  }

  const minutes: number[] = [];
  // The first round warms up and does not count.
  for (let i = 0; i <= repeats.evaluate; i += 1) {
    const { changing, evaluating } = await round(async () => {
      await askLastMinute(slo);
      return await reading.run();
    });
    progress(
      `minute ${i} of ${repeats.evaluate}: read and kept in ${changing} ms, evaluated in ${evaluating} ms`,
    );
    if (i > 0) minutes.push(changing + evaluating);
  }

  const figure = (id: string, value: number, target: number) => ({
    id: `${id}.${database}`,
    value,
    unit: 'ms',
    target,
    better: 'lower' as const,
    gate: false,
  });
  return [
    figure('evaluate-2000', median(minutes), MINUTE_MS),
    figure('recompute-2000', Math.max(...recomputed), RECOMPUTE_MS),
  ];
}
