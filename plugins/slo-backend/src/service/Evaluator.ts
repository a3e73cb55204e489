import { UnitCost } from '@maestro-conductor/plugin-slo-common';
import {
  dailyTrend,
  dayOf,
  daysNeeded,
  evaluateObjective,
  EvaluationSettings,
  SampleDays,
} from '@maestro-conductor/slo-engine';
import { costKeyOf, CostStore } from '../database/CostStore';
import { EvaluatedSubject, StateStore, Subject } from '../database/StateStore';
import { burnChanges } from '../domain/burnChanges';
import { DailyCost, unitCost } from '../domain/unitCost';
import { createBreather } from './createBreather';
import { DayReader, DaysRequest } from './DayReader';

/** Objectives that are read, evaluated and kept together. */
const CHUNK = 100;

/** Days of the trend, with today. */
const TREND_DAYS = 30;

/** How evaluation is configured. */
export interface EvaluatorSettings extends EvaluationSettings {
  /** Below it a unit cost is unknown. */
  minimumRequests: number;
}

const minuteOf = (time: Date) => Math.floor(time.getTime() / 60_000);

/** From days to states: evaluates objectives, and keeps what was found with the burns that start and end. */
export class Evaluator {
  readonly #states: StateStore;
  readonly #costs: CostStore;
  readonly #reader: DayReader;
  readonly #settings: EvaluatorSettings;
  readonly #now: () => Date;

  constructor(options: {
    states: StateStore;
    costs: CostStore;
    reader: DayReader;
    settings: EvaluatorSettings;
    now(): Date;
  }) {
    this.#states = options.states;
    this.#costs = options.costs;
    this.#reader = options.reader;
    this.#settings = options.settings;
    this.#now = options.now;
  }

  /**
   * Evaluates what is due: with new samples or another definition, never evaluated, or last at or before a moment, for time moves on. One that
   * cannot be evaluated keeps no other from it.
   *
   * @returns how many states were kept
   * @throws AggregateError after the others, where some failed
   */
  async evaluateDue(evaluatedBefore: Date): Promise<number> {
    await this.#states.removeUndeclared(this.#now());
    const due = await this.#states.dueObjectives(evaluatedBefore);
    const failures: Error[] = [];
    let kept = 0;
    for (let start = 0; start < due.length; start += CHUNK) {
      kept += await this.#evaluate(due.slice(start, start + CHUNK), failures);
    }
    if (failures.length > 0) {
      throw new AggregateError(
        failures,
        `${failures.length} objectives cannot be evaluated; the first: ${failures[0].message}`,
      );
    }
    return kept;
  }

  async #evaluate(ids: readonly string[], failures: Error[]): Promise<number> {
    const now = this.#now();
    const breathe = createBreather();
    const subjects = await this.#states.readSubjects(ids);
    const today = dayOf(minuteOf(now));
    const requests = new Map<Subject, DaysRequest>();
    for (const subject of subjects) {
      try {
        requests.set(subject, requestOf(subject, now));
      } catch (error) {
        failures.push(failureOf(subject, error));
      }
    }
    const loaded = await this.#reader.load([...requests.values()]);
    const costs = await this.#costs.readCosts(
      subjects.filter(({ definition }) => definition.unitCost),
      Math.min(today, ...[...requests.values()].map(r => r.needed.first)),
    );
    const evaluated: EvaluatedSubject[] = [];
    for (const [subject, { needed }] of requests) {
      await breathe();
      const days = loaded.get(subject.id)!;
      try {
        evaluated.push(
          this.#evaluateOne(subject, {
            days,
            now,
            costs: costs.get(costKeyOf(subject)) ?? [],
          }),
        );
      } catch (error) {
        failures.push(failureOf(subject, error));
      }
      days.rest(needed.counts);
    }
    return await this.#states.saveStates(evaluated, now);
  }

  #evaluateOne(
    subject: Subject,
    given: { days: SampleDays; now: Date; costs: readonly DailyCost[] },
  ): EvaluatedSubject {
    const { days, now, costs } = given;
    const { definition, previous, openBurns } = subject;
    const state = evaluateObjective({
      definition,
      days,
      now,
      firstMinute: subject.firstMinute,
      lastMinute: subject.lastMinute,
      previous: previous?.state,
      settings: this.#settings,
    });
    const cost = this.#unitCost(subject, { days, now, costs }, state.window);
    return {
      subject,
      state: { ...state, ...(cost && { unitCost: cost }) },
      trend: dailyTrend({ definition, days, now, count: TREND_DAYS }),
      burns: burnChanges({
        rows: definition.alertRows,
        burns: state.burns,
        open: openBurns,
        now,
      }),
    };
  }

  #unitCost(
    { definition }: Subject,
    given: { days: SampleDays; now: Date; costs: readonly DailyCost[] },
    window: { from: string },
  ): UnitCost | undefined {
    const { unitCost: target } = definition;
    if (!target) return undefined;
    const { days, now, costs } = given;
    const from = Math.ceil(minuteOf(new Date(window.from)) / 1_440);
    return unitCost({
      target,
      costs,
      days,
      from,
      to: Math.max(from, dayOf(minuteOf(now))),
      minimumRequests: this.#settings.minimumRequests,
    });
  }
}

function requestOf(subject: Subject, now: Date): DaysRequest {
  const { definition, lastMinute } = subject;
  const needed = daysNeeded({ definition, now, lastMinute });
  const today = dayOf(minuteOf(now));
  return {
    objectiveId: subject.id,
    rule: definition.rule,
    revision: subject.samples,
    needed: {
      ...needed,
      first: Math.min(needed.first, today - TREND_DAYS + 1),
      counts: [...new Set([...needed.counts, today])],
    },
  };
}

function failureOf({ entityRef, definition }: Subject, error: unknown): Error {
  const reason = error instanceof Error ? error.message : String(error);
  return new Error(`${definition.slo} of ${entityRef}: ${reason}`, {
    cause: error,
  });
}
