import { GateOutcome } from '@maestro-conductor/plugin-readiness-common';
import { Tone } from '@maestro-conductor/ui';

/** How a decision of the gate is said: in the words of someone who wants to promote. */
export const GATE_LOOKS: Readonly<
  Record<GateOutcome, { tone: Tone; word: string; meaning: string }>
> = {
  pass: { tone: 'good', word: 'open', meaning: 'It may be promoted.' },
  warn: {
    tone: 'warning',
    word: 'open, with warnings',
    meaning: 'It may be promoted; not everything is known.',
  },
  fail: { tone: 'bad', word: 'blocked', meaning: 'It may not be promoted.' },
  'cannot-evaluate': {
    tone: 'unknown',
    word: 'cannot tell',
    meaning: 'It could not be judged, so it may not be promoted.',
  },
};
