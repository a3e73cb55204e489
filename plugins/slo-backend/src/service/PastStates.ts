import { ObjectiveState } from '@maestro-conductor/plugin-slo-common';
import {
  dayOf,
  daysNeeded,
  evaluateObjective,
  EvaluationSettings,
  MINUTES_PER_DAY,
  SampleDays,
} from '@maestro-conductor/slo-engine';
import { PastDays, StateStore, Subject } from '../database/StateStore';
import { createBreather } from './createBreather';
import { DayReader } from './DayReader';

/** Days that are looked back at most. */
const MOST_DAYS = 90;

/** How objectives fared at the end of a UTC day. */
export interface PastDay {
  end: Date;
  /** Of those that had samples by then. */
  states: ObjectiveState[];
}

const endOf = (day: number) => new Date((day + 1) * MINUTES_PER_DAY * 60_000);

/** Works out how objectives fared at the end of days that are over. */
export class PastStates {
  readonly #states: StateStore;
  readonly #reader: DayReader;
  readonly #settings: EvaluationSettings;

  constructor(options: {
    states: StateStore;
    reader: DayReader;
    settings: EvaluationSettings;
  }) {
    this.#states = options.states;
    this.#reader = options.reader;
    this.#settings = options.settings;
  }

  /** Oldest first; days of which no objective had samples are left out. */
  async evaluate(past: PastDays): Promise<PastDay[]> {
    const { entityRef, environment, toDay } = past;
    const fromDay = Math.max(past.fromDay, toDay - MOST_DAYS);
    if (fromDay >= toDay) return [];
    const targets = await this.#states.findTargets(entityRef, environment);
    const subjects = await this.#states.readSubjects(
      targets.map(({ id }) => id),
    );
    const breathe = createBreather();
    const days: PastDay[] = [];
    for (let day = fromDay; day < toDay; day += 1) {
      const known = subjects.filter(
        ({ firstMinute }) =>
          firstMinute !== undefined && dayOf(firstMinute) <= day,
      );
      const loaded = await this.#load(known, day, fromDay);
      const states = known.map(subject =>
        this.#evaluateOne(subject, day, loaded.get(subject.id)!),
      );
      if (states.length > 0) days.push({ end: endOf(day), states });
      await breathe();
    }
    return days;
  }

  async #load(subjects: readonly Subject[], day: number, fromDay: number) {
    const needed = (subject: Subject, of: number) =>
      daysNeeded({ definition: subject.definition, now: endOf(of) });
    return await this.#reader.load(
      subjects.map(subject => ({
        objectiveId: subject.id,
        rule: subject.definition.rule,
        revision: subject.samples,
        needed: {
          ...needed(subject, day),
          // All that any of the days needs, so that it is read once.
          first: needed(subject, fromDay).first,
          counts: [...new Set([...needed(subject, day).counts, day])],
        },
      })),
    );
  }

  #evaluateOne(
    { definition, firstMinute }: Subject,
    day: number,
    days: SampleDays,
  ): ObjectiveState {
    return evaluateObjective({
      definition,
      days,
      now: endOf(day),
      firstMinute,
      lastMinute: lastSeen(days, day, dayOf(firstMinute!)),
      settings: this.#settings,
    });
  }
}

/** The last minute with data up to the end of a day. */
function lastSeen(
  days: SampleDays,
  day: number,
  first: number,
): number | undefined {
  for (let at = day; at >= first; at -= 1) {
    if (!days.rollUp(at)?.minutes) continue;
    const index =
      days.counts(at)?.total.findLastIndex(total => total >= 0) ??
      MINUTES_PER_DAY - 1;
    return at * MINUTES_PER_DAY + index;
  }
  return undefined;
}
