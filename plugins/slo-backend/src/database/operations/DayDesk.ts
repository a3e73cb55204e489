import {
  applySamples,
  DayCounts,
  decodeDay,
  emptyDay,
  encodeDay,
  samplesByDay,
} from '@maestro-conductor/slo-engine';
import { combineSeries, SeriesDay } from '../../domain/combineSeries';
import { DayRow, SeriesRow } from '../rows';
import { SavedSamples, SamplesToSave } from '../SampleStore';

/** A day of an objective that says something else than before. */
export interface ChangedDay {
  objectiveId: string;
  day: number;
  counts: DayCounts;
}

const keyOf = (objectiveId: string, day: number) => `${objectiveId}/${day}`;

/**
 * Days that are being written. A day with one series of plain counts is kept as it is, which is how sources write. Where counters or named series
 * come in, each series is kept for itself, and the day is made of them.
 */
export class DayDesk {
  readonly #days = new Map<string, DayCounts>();
  readonly #series = new Map<string, SeriesDay[]>();
  readonly #changed = new Map<string, Omit<ChangedDay, 'counts'>>();
  readonly #changedSeries = new Map<
    SeriesDay,
    { objectiveId: string; day: number }
  >();

  constructor(rows: {
    days: readonly Pick<DayRow, 'objective_id' | 'day' | 'block'>[];
    /** Of the two days before and after as well. */
    series: readonly SeriesRow[];
  }) {
    for (const { objective_id, day, block } of rows.days) {
      this.#days.set(keyOf(objective_id, day), decodeDay(block));
    }
    for (const { objective_id, day, series, form, block } of rows.series) {
      const counts = decodeDay(block);
      this.#seriesOf(objective_id, day).push({ series, form, counts });
    }
  }

  /** Writes samples into their days: all of them, or none where the series is kept in another form on one of the days. */
  apply(item: SamplesToSave): SavedSamples {
    const { objectiveId, series, form } = item;
    const byDay = samplesByDay(item.samples);
    for (const day of byDay.keys()) {
      const kept = this.#formOf(objectiveId, day, series);
      if (kept && kept !== form) return { keptAs: kept };
    }
    let changed = 0;
    for (const [day, samples] of byDay) {
      const row = this.#rowFor(item, day);
      const minutes = applySamples(row.counts, samples);
      if (minutes > 0) this.#mark(item, day, row);
      changed += minutes;
    }
    return { changed };
  }

  /** What is to be written of whole days. */
  changedDays(): ChangedDay[] {
    return [...this.#changed.values()].map(({ objectiveId, day }) => {
      const rows = this.#seriesOf(objectiveId, day);
      const counts =
        rows.length === 0
          ? this.#days.get(keyOf(objectiveId, day))!
          : combineSeries(day, rows, {
              before: this.#seriesOf(objectiveId, day - 1),
              after: this.#seriesOf(objectiveId, day + 1),
            });
      return { objectiveId, day, counts };
    });
  }

  /** What is to be written of single series. */
  changedSeries(): SeriesRow[] {
    return [...this.#changedSeries].map(([row, { objectiveId, day }]) => ({
      objective_id: objectiveId,
      day,
      series: row.series,
      form: row.form,
      block: encodeDay(row.counts),
    }));
  }

  #seriesOf(objectiveId: string, day: number): SeriesDay[] {
    const key = keyOf(objectiveId, day);
    const there = this.#series.get(key) ?? [];
    this.#series.set(key, there);
    return there;
  }

  #formOf(objectiveId: string, day: number, series: string) {
    const rows = this.#seriesOf(objectiveId, day);
    if (rows.length > 0) return rows.find(row => row.series === series)?.form;
    const isPlain = series === '' && this.#days.has(keyOf(objectiveId, day));
    return isPlain ? 'delta' : undefined;
  }

  /** The counts that samples of a day go into. */
  #rowFor(
    { objectiveId, series, form }: SamplesToSave,
    day: number,
  ): SeriesDay {
    const key = keyOf(objectiveId, day);
    const rows = this.#seriesOf(objectiveId, day);
    const plain = this.#days.get(key);
    if (rows.length === 0 && series === '' && form === 'delta') {
      const counts = plain ?? emptyDay();
      this.#days.set(key, counts);
      return { series, form, counts };
    }
    if (rows.length === 0 && plain) {
      const first: SeriesDay = { series: '', form: 'delta', counts: plain };
      rows.push(first);
      this.#changedSeries.set(first, { objectiveId, day });
    }
    const there = rows.find(row => row.series === series);
    if (there) return there;
    const row = { series, form, counts: emptyDay() };
    rows.push(row);
    return row;
  }

  #mark(item: SamplesToSave, day: number, row: SeriesDay): void {
    const { objectiveId } = item;
    const changed = (d: number) =>
      this.#changed.set(keyOf(objectiveId, d), { objectiveId, day: d });
    changed(day);
    const rows = this.#seriesOf(objectiveId, day);
    if (!rows.includes(row)) return;
    this.#changedSeries.set(row, { objectiveId, day });
    if (row.form !== 'counter') return;
    for (const beside of [day - 1, day + 1]) {
      const there = this.#seriesOf(objectiveId, beside);
      if (there.some(({ series }) => series === row.series)) changed(beside);
    }
  }
}
