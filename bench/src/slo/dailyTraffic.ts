import { MINUTES_PER_DAY } from '@maestro-conductor/slo-engine';
import { ObjectiveKind } from './boardPlan';
import { Events, random } from './traffic';

/** How far day and night are from the average. */
const SWING = 0.7;

/** Events of one minute of an ordinary service: more by day than by night, with noise as large as that of independent requests. */
export function eventsOf(
  kind: ObjectiveKind,
  at: { seed: number; minute: number; daysAgo: number },
): Events {
  const { seed, minute, daysAgo } = at;
  const noise = (salt: number) => random(seed * 31 + salt, minute);
  const turn = (2 * Math.PI * minute) / MINUTES_PER_DAY;
  const mean = kind.requests * (1 - SWING * Math.cos(turn));
  // The sum of four such numbers, less 2, deviates by 1 / √3.
  const deviation = (noise(1) + noise(2) + noise(3) + noise(4) - 2) * 1.73;
  const total = Math.max(
    0,
    Math.floor(mean + Math.sqrt(mean) * deviation + noise(5)),
  );
  const bad = Math.min(
    total,
    Math.floor(total * kind.errors(daysAgo) + noise(6)),
  );
  return { good: total - bad, bad };
}
