import { Fact } from '@maestro-conductor/plugin-evidence-common';
import { factUsed, isStale, JudgeContext, Judgement } from './judgement';
import { DAY_MS } from './utcDay';
import { agoText, percentText } from './wording';

/** A number to judge, or why there is none. */
export type NumberRead =
  | { judgement: Judgement }
  | {
      judgement?: undefined;
      value: number;
      /** With what it is a number of: `72 % of lines covered`. */
      amount: string;
      used: Judgement['facts'];
    };

/**
 * The number of a fact, where it is there, a number, within its range and fresh.
 *
 * @param options - `share`: whether it is written in percent and must lie from 0 to 1; `beside`: what it is going to be compared with
 */
export function readNumber(
  name: string,
  context: JudgeContext,
  options: { share(fact: Fact): boolean; beside: number },
): NumberRead {
  const { measure, facts, now } = context;
  const fact = facts.get(name);
  const used = [factUsed(name, fact)];
  const nothing = (verdict: Judgement['verdict'], reason: string) => ({
    judgement: { verdict, value: 0, reason, facts: used },
  });
  if (!fact) {
    return nothing('no-data', `Not measured yet (there is no fact ${name}).`);
  }
  const { value } = fact;
  if (typeof value !== 'number' || !Number.isFinite(value)) {
    return nothing(
      'errored',
      `The fact ${name} is not a number, so it cannot be judged.`,
    );
  }
  const share = options.share(fact);
  if (share && (value < 0 || value > 1)) {
    return nothing(
      'errored',
      `The fact ${name} is ${value} and not a share from 0 to 1, so it cannot be judged.`,
    );
  }
  const number = share ? percentText(value, options.beside) : String(value);
  const amount = measure ? `${number} ${measure}` : number;
  if (isStale(fact, now)) {
    const days = (now.getTime() - Date.parse(fact.observedAt)) / DAY_MS;
    return nothing(
      'stale',
      `${amount}, measured ${agoText(days)}: too long ago to count.`,
    );
  }
  return { value, amount, used };
}
