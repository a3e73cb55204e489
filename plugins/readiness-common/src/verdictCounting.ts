import { Verdict } from './scores';

/** How a verdict enters a score. @public */
export interface VerdictCounting {
  /** Whether the dimension's weight stands below the line: false takes it out of the score altogether. */
  counts: boolean;
  /** Whether the dimension's value is earned; where false it earns nothing, whatever its value. */
  earns: boolean;
  /** The same in plain words, for people. */
  meaning: string;
}

/**
 * The one table that says how each verdict counts in a score. The server computes by it, the screens show it.
 *
 * @public
 */
export const VERDICT_COUNTING: Readonly<Record<Verdict, VerdictCounting>> = {
  passed: { counts: true, earns: true, meaning: 'All points.' },
  partial: { counts: true, earns: true, meaning: 'Some of the points.' },
  failed: { counts: true, earns: false, meaning: 'No points.' },
  'no-data': {
    counts: true,
    earns: false,
    meaning: 'Nothing is known: no points until there is evidence.',
  },
  stale: {
    counts: true,
    earns: false,
    meaning: 'What is known is too old: no points until it is renewed.',
  },
  errored: {
    counts: true,
    earns: false,
    meaning: 'It could not be judged: no points until that is put right.',
  },
  'not-applicable': {
    counts: false,
    earns: false,
    meaning: 'Does not apply: left out of the score.',
  },
  exempt: {
    counts: false,
    earns: false,
    meaning: 'Exempt: left out of the score.',
  },
};
