import { TestDatabaseId, TestDatabases } from '@backstage/backend-test-utils';
import { DEFAULT_SETTINGS, MinuteCounts } from '@maestro-conductor/slo-engine';
import { DayReader } from '../service/DayReader';
import { Evaluator } from '../service/Evaluator';
import { createStores } from './createStores';
import { declare, idOf, NOW, NOW_MINUTE, objective } from './objectives';

/** Settings of evaluation where nothing is configured. */
export const SETTINGS = { ...DEFAULT_SETTINGS, minimumRequests: 1_000 };

/** Stores with evaluators on them, and a clock that is set by hand. */
export async function createEvaluation(
  databases: TestDatabases,
  databaseId: TestDatabaseId,
) {
  const stores = await createStores(databases, databaseId);
  const { knex, samples, states, costs } = stores;
  const clock = { now: NOW };
  const now = () => clock.now;

  /** Evaluates as a replica of its own does: with a memory of its own. */
  const replica = () => {
    const reader = new DayReader({ store: samples });
    const evaluator = new Evaluator({
      ...{ states, costs, reader, now },
      settings: SETTINGS,
    });
    return () => evaluator.evaluateDue(new Date(clock.now.getTime() - 60_000));
  };
  const save = async (
    definition: ReturnType<typeof objective>,
    minutes: MinuteCounts[],
  ) => {
    const { rule } = definition;
    const objectiveId = idOf(definition);
    await samples.saveSamples(
      [{ objectiveId, rule, series: '', form: 'delta', samples: minutes }],
      clock.now,
    );
  };
  const state = async (definition: ReturnType<typeof objective>) => {
    const row = await knex('states')
      .where({ objective_id: idOf(definition) })
      .first();
    return row && { ...row, state: JSON.parse(row.state) };
  };
  const later = (minutes: number) => {
    clock.now = new Date(clock.now.getTime() + minutes * 60_000);
  };
  return {
    ...stores,
    clock,
    now,
    replica,
    save,
    state,
    later,
    declare: (...all: ReturnType<typeof objective>[]) => declare(knex, ...all),
  };
}

/** Ten requests a minute, with errors as told; `from` and `to` are minutes from now, the second exclusive. */
export function traffic(
  from: number,
  to: number,
  bad: (at: number) => number = () => 0,
): MinuteCounts[] {
  return Array.from({ length: to - from }, (_, index) => {
    const at = from + index;
    return { minute: NOW_MINUTE + at, good: 10 - bad(at), total: 10 };
  });
}
