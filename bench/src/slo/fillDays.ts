import {
  DayCounts,
  emptyDay,
  encodeDay,
  MINUTES_PER_DAY,
} from '@maestro-conductor/slo-engine';
import { Knex } from 'knex';
import {
  BoardPlan,
  KINDS,
  ObjectiveKind,
  objectivesOf,
  slosLike,
} from './boardPlan';
import { eventsOf } from './dailyTraffic';

const DAYS = 30;

/** Sums of a day that were made by no rule there is: they are made anew from the minutes when they are needed. */
const NO_RULE = 'none';

/**
 * Puts 30 days of minutes of every objective, until the one that ended last, into the tables of the portal, which is some hundred times faster
 * than to read them from a source. Objectives of one kind have the same traffic. The portal does not see them before `showDays`.
 */
export async function fillDays(slo: Knex, plan: BoardPlan): Promise<void> {
  const now = Math.floor(Date.now() / 60_000);
  const today = Math.floor(now / MINUTES_PER_DAY);
  for (const [seed, kind] of KINDS.entries()) {
    const [model] = await slo('objectives')
      .whereLike('slo', slosLike(kind))
      .pluck('id');
    for (let ago = 0; ago <= DAYS; ago += 1) {
      const day = today - ago;
      const block = Buffer.from(encodeDay(countsOf({ kind, seed, day, now })));
      await slo('sample_days').insert({
        ...{ objective_id: model, day, block, revision: 1, rule: NO_RULE },
        ...{ good: 0, total: 0, minutes: 0 },
        ...{ slices_known: 0, slices_bad: 0, slices_lost: 0 },
      });
      await slo.raw(
        `insert into sample_days
           (objective_id, day, block, revision, rule, good, total, minutes, slices_known, slices_bad, slices_lost)
         select o.id, d.day, d.block, 1, d.rule, 0, 0, 0, 0, 0, 0
         from objectives o join sample_days d on d.objective_id = ? and d.day = ?
         where o.slo like ? and o.id <> ?`,
        [model, day, slosLike(kind), model],
      );
    }
  }
  const [{ rows }] = await slo('sample_days').count({ rows: '*' });
  const expected = objectivesOf(plan) * (DAYS + 1);
  if (Number(rows) !== expected) {
    throw new Error(`${rows} days were put in, and not ${expected}`);
  }
}

/** Has the portal see the days as just written, with sums that are out of date. Told again, all is to be done again. */
export async function showDays(slo: Knex): Promise<void> {
  const now = Math.floor(Date.now() / 60_000);
  await slo.transaction(async tx => {
    const [{ last }] = await tx('sample_heads').max({ last: 'revision' });
    const revision = Number(last ?? 0) + 1;
    await tx('sample_days').update({ rule: NO_RULE, revision });
    await tx('sample_heads').delete();
    await tx.raw(
      `insert into sample_heads (objective_id, revision, first_minute, last_minute, read_until)
       select id, ?, ?, ?, ? from objectives`,
      [revision, now - DAYS * MINUTES_PER_DAY, now - 1, now],
    );
  });
}

/** Has the last minute that ended be read, whether it was read before or not. */
export async function askLastMinute(slo: Knex): Promise<void> {
  const now = Math.floor(Date.now() / 60_000);
  await slo('sample_heads').update({ read_until: now - 1 });
}

/** How many objectives were evaluated at a moment or later. */
export async function countEvaluated(slo: Knex, since: Date): Promise<number> {
  const [{ evaluated }] = await slo('states')
    .where('evaluated_at', '>=', since)
    .count({ evaluated: '*' });
  return Number(evaluated);
}

/** How many days have sums that are out of date. */
export async function countOutdated(slo: Knex): Promise<number> {
  const [{ outdated }] = await slo('sample_days')
    .where('rule', NO_RULE)
    .count({ outdated: '*' });
  return Number(outdated);
}

function countsOf(options: {
  kind: ObjectiveKind;
  seed: number;
  day: number;
  now: number;
}): DayCounts {
  const { kind, seed, day, now } = options;
  const counts = emptyDay();
  const ago = Math.floor(now / MINUTES_PER_DAY) - day;
  for (let at = 0; at < MINUTES_PER_DAY; at += 1) {
    const minute = day * MINUTES_PER_DAY + at;
    if (minute >= now) break;
    const { good, bad } = eventsOf(kind, { seed, minute, daysAgo: ago });
    counts.good[at] = good;
    counts.total[at] = good + bad;
  }
  return counts;
}
