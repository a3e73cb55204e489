import { setImmediate as nextTurn } from 'node:timers/promises';
import { insertValues, wantedRows } from '@maestro-conductor/backend-kit';
import {
  DayCounts,
  dayOf,
  encodeDay,
  MINUTES_PER_DAY,
} from '@maestro-conductor/slo-engine';
import { Knex } from 'knex';
import { DayRow, HeadRow, SeriesRow } from '../rows';
import { SavedSamples, SamplesToSave } from '../SampleStore';
import { toSumColumns } from '../sums';
import { ChangedDay, DayDesk } from './DayDesk';
import { lockHeads, writeHeads } from './lockHeads';
import { groupBy } from '../../domain/groupBy';

const KEY = { id: 'text', day: 'integer' } as const;

const REPLACE_DAY = `on conflict ("objective_id", "day") do update set ${[
  'block',
  'good',
  'total',
  'minutes',
  'slices_known',
  'slices_bad',
  'slices_lost',
  'rule',
  'revision',
]
  .map(column => `"${column}" = excluded."${column}"`)
  .join(', ')}`;

const REPLACE_SERIES = `on conflict ("objective_id", "day", "series") do update set "form" = excluded."form", "block" = excluded."block"`;

/** Days whose series can matter to a change on a day: the two before and after, for a counter's increase may go over midnight. */
const AROUND = [-2, -1, 0, 1, 2];

const minuteOf = (time: Date) => Math.floor(time.getTime() / 60_000);

/** Writes samples into their days, in a transaction that nothing else is written in. @see SampleStore */
export async function saveSamples(
  tx: Knex.Transaction,
  items: readonly SamplesToSave[],
  now: Date,
): Promise<SavedSamples[]> {
  const heads = await lockHeads(
    tx,
    items.map(({ objectiveId }) => objectiveId),
  );
  const desk = await openDesk(tx, items);
  await nextTurn();
  const saved = items.map(item => desk.apply(item));
  const changed = desk.changedDays();
  await nextTurn();

  const rules = new Map(items.map(item => [item.objectiveId, item.rule]));
  const revisionOf = (id: string) => heads.get(id)!.revision + 1;
  const rows = changed.map(
    ({ objectiveId, day, counts }): DayRow => ({
      objective_id: objectiveId,
      day,
      block: encodeDay(counts),
      ...toSumColumns(counts, rules.get(objectiveId)!),
      revision: revisionOf(objectiveId),
    }),
  );
  await nextTurn();
  await insertValues(tx, rows, { table: 'sample_days', conflict: REPLACE_DAY });
  await insertValues(tx, desk.changedSeries(), {
    table: 'series_days',
    conflict: REPLACE_SERIES,
  });
  await writeHeads(tx, [
    ...nextHeads(heads, { items, changed, today: dayOf(minuteOf(now)), now }),
  ]);
  return saved;
}

async function openDesk(
  tx: Knex.Transaction,
  items: readonly SamplesToSave[],
): Promise<DayDesk> {
  const keys = new Map<string, { id: string; day: number }>();
  const around = new Map<string, { id: string; day: number }>();
  for (const { objectiveId: id, samples } of items) {
    for (const day of new Set(samples.map(({ minute }) => dayOf(minute)))) {
      keys.set(`${id}/${day}`, { id, day });
      for (const step of AROUND) {
        around.set(`${id}/${day + step}`, { id, day: day + step });
      }
    }
  }
  const find = (table: string, wanted: typeof keys) =>
    tx(table).join(
      wantedRows(tx, 'wanted', KEY, [...wanted.values()]) as never,
      join =>
        join
          .on('wanted.id', '=', `${table}.objective_id`)
          .andOn('wanted.day', '=', `${table}.day`),
    );
  const days: DayRow[] = await find('sample_days', keys).select(
    'sample_days.objective_id',
    'sample_days.day',
    'sample_days.block',
  );
  const series: SeriesRow[] = await find('series_days', around).select(
    'series_days.*',
  );
  return new DayDesk({ days, series });
}

/** The heads that say something else after it. */
function* nextHeads(
  heads: ReadonlyMap<string, HeadRow>,
  written: {
    items: readonly SamplesToSave[];
    changed: readonly ChangedDay[];
    today: number;
    now: Date;
  },
): Generator<HeadRow> {
  const { items, changed, today, now } = written;
  const days = groupBy(changed, ({ objectiveId }) => objectiveId);
  const reads = new Map(
    items.flatMap(({ objectiveId, readUntil }) =>
      readUntil === undefined ? [] : [[objectiveId, readUntil] as const],
    ),
  );
  for (const [id, head] of heads) {
    const own = days.get(id) ?? [];
    const readUntil = reads.get(id);
    if (own.length === 0 && readUntil === undefined) continue;
    const minutes = own.flatMap(({ day, counts }) => seenEdges(day, counts));
    const past = own.map(({ day }) => day).filter(day => day < today);
    yield {
      ...head,
      revision: head.revision + (own.length > 0 ? 1 : 0),
      first_minute: least([head.first_minute, ...minutes]),
      last_minute: greatest([head.last_minute, ...minutes]),
      ...(readUntil !== undefined && {
        read_until: greatest([head.read_until, readUntil]),
        problem: null,
        problem_since: null,
      }),
      ...(past.length > 0 && {
        past_day: least([head.past_day, ...past]),
        past_changed_at: now,
      }),
    };
  }
}

/** First and last minute of a day with data. */
function seenEdges(day: number, { total }: DayCounts): number[] {
  const first = total.findIndex(value => value >= 0);
  const last = total.findLastIndex(value => value >= 0);
  return first < 0
    ? []
    : [day * MINUTES_PER_DAY + first, day * MINUTES_PER_DAY + last];
}

const known = (values: (number | null)[]) => values.filter(v => v !== null);

function least(values: (number | null)[]): number | null {
  return known(values).length > 0 ? Math.min(...known(values)) : null;
}

function greatest(values: (number | null)[]): number | null {
  return known(values).length > 0 ? Math.max(...known(values)) : null;
}
