import { BenchmarkContext } from '../lib/benchmark';
import { BenchDatabase } from '../lib/databases';
import { Measurement } from '../lib/results';
import { boardPlanFor, objectivesOf } from './boardPlan';
import { fillDays } from './fillDays';
import { measureBoard } from './measureBoard';
import { measureEvaluation } from './measureEvaluation';
import { BACKEND, startPortal } from './startPortal';

/** Evaluation and the board of a portal on one database. */
export async function measurePortal(
  database: BenchDatabase,
  { quick, folder, ...context }: BenchmarkContext,
): Promise<Measurement[]> {
  const plan = boardPlanFor(quick);
  const progress = (message: string) =>
    context.progress(`${database.name}: ${message}`);
  progress(`starting a portal with ${objectivesOf(plan)} objectives`);
  const portal = await startPortal({ database, plan, folder });
  const slo = database.open(BACKEND, 'slo');
  const given = { client: portal.client, database: database.name };
  try {
    progress('filling in 30 days of minutes');
    await fillDays(slo, plan);
    await database.settle(BACKEND, ['catalog', 'evidence', 'slo']);
    const evaluation = await measureEvaluation({
      ...given,
      ...{ slo, plan, progress },
    });
    progress('the board');
    const board = await measureBoard({
      ...given,
      repeats: plan.repeats.board,
      objectives: objectivesOf(plan),
    });
    return [...evaluation, ...board];
  } finally {
    await slo.destroy();
    await portal.stop();
  }
}
