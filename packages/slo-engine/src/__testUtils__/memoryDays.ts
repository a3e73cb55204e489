import { SampleDays } from '../budget';
import {
  applySamples,
  DayCounts,
  emptyDay,
  MinuteCounts,
  rollUpDay,
  samplesByDay,
} from '../samples';
import { BudgetRule } from '../types';

/** Keeps samples as a store does: blocks of counts, and roll-ups under one rule. */
export function memoryDays(
  samples: Iterable<MinuteCounts>,
  rule: BudgetRule,
): SampleDays {
  const days = new Map<number, DayCounts>();
  for (const [day, ofDay] of samplesByDay(samples)) {
    const counts = emptyDay();
    applySamples(counts, ofDay);
    days.set(day, counts);
  }
  const rollUps = new Map(
    [...days].map(([day, counts]) => [day, rollUpDay(counts, rule)]),
  );
  return {
    rollUp: day => rollUps.get(day),
    counts: day => days.get(day),
  };
}
