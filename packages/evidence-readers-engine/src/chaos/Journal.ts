import { InvalidArtifactError } from '../reader/InvalidArtifactError';
import { isObject } from '../reader/isObject';
import { parseTimestamp } from '../reader/parseTimestamp';
import { quote } from '../reader/quote';

const STATUSES = ['completed', 'failed', 'aborted', 'interrupted'] as const;
/** Activities that are looked at; an experiment has some ten. */
const MAX_ACTIVITIES = 10_000;
/** A year: what is longer was measured by a clock that jumped. */
const MAX_SECONDS = 366 * 24 * 60 * 60;

type Json = Record<string, unknown>;
type Status = (typeof STATUSES)[number];

/**
 * The journal that `chaos run` writes. All methods throw an `InvalidArtifactError` naming the field.
 *
 * @internal
 */
export class Journal {
  constructor(private readonly root: Json) {}

  /** How the run ended. Says nothing about the steady state: a run that could not even begin can be `completed`. */
  status(): Status {
    const { status } = this.root;
    const known = STATUSES.find(candidate => candidate === status);
    if (known) return known;
    throw fault(
      'status',
      `must be one of ${STATUSES.join(', ')}; the run may not have ended`,
    );
  }

  /** Whether the steady state was lost by what the experiment did. */
  deviated(): boolean {
    const { deviated } = this.root;
    if (typeof deviated === 'boolean') return deviated;
    throw fault('deviated', 'must be true or false');
  }

  /** Whether some activities were only played, which proves nothing. A dry run with pauses skipped (`pause`) is a real one. */
  isDry(): boolean {
    const { experiment } = this.root;
    if (!isObject(experiment)) {
      throw fault('experiment', 'must be the experiment that was run');
    }
    return isDry(experiment.dry);
  }

  /**
   * What the hypothesis said: each time that it was asked, whether the steady state was met. `verified` are those during
   * and after the method, `before` the one before it; `undefined` where it was not asked.
   */
  steadyStates(): { before: boolean | undefined; verified: boolean[] } {
    const states = this.root.steady_states;
    if (!isObject(states)) {
      throw fault('steady_states', 'must be an object with before and after');
    }
    const during = states.during ?? [];
    if (!Array.isArray(during)) {
      throw fault('steady_states.during', 'must be a list');
    }
    const verified = [
      ...during.map((state, index) =>
        met(state, `steady_states.during[${index}]`),
      ),
      met(states.after, 'steady_states.after'),
    ];
    return {
      before: met(states.before, 'steady_states.before'),
      verified: verified.filter(state => state !== undefined),
    };
  }

  /** The actions of the method that were really carried out, and how many of them failed. */
  actions(): { total: number; failed: number } {
    const { run } = this.root;
    if (!Array.isArray(run) || run.length > MAX_ACTIVITIES) {
      throw fault('run', `must be a list of at most ${MAX_ACTIVITIES}`);
    }
    let total = 0;
    let failed = 0;
    for (const [index, entry] of run.entries()) {
      const field = `run[${index}]`;
      if (!isObject(entry) || !isObject(entry.activity)) {
        throw fault(field, 'must be an activity with its outcome');
      }
      const { type, dry } = entry.activity;
      if (type !== 'action' && type !== 'probe') {
        throw fault(`${field}.activity.type`, 'must be action or probe');
      }
      if (typeof entry.status !== 'string') {
        throw fault(`${field}.status`, 'must be text, such as succeeded');
      }
      if (type === 'action' && !isDry(dry)) {
        total += 1;
        if (entry.status !== 'succeeded') failed += 1;
      }
    }
    return { total, failed };
  }

  /** When the run ended, ISO 8601 in UTC, and how long it took in whole milliseconds. */
  time(): { end: string; duration: number } {
    const start = this.#moment('start');
    const end = this.#moment('end');
    const between = Date.parse(end) - Date.parse(start);
    if (between < 0) throw fault('end', 'lies before start');
    const { duration = between / 1000 } = this.root;
    if (
      typeof duration !== 'number' ||
      !(duration >= 0 && duration <= MAX_SECONDS)
    ) {
      throw fault('duration', `must be seconds, 0 to ${MAX_SECONDS}`);
    }
    return { end, duration: Math.round(duration * 1000) };
  }

  // The toolkit writes UTC; its older versions without saying so.
  #moment(field: 'start' | 'end'): string {
    const value = this.root[field];
    const text = typeof value === 'string' ? value : '';
    const moment = parseTimestamp(text) ?? parseTimestamp(`${text}Z`);
    if (moment) return moment;
    throw fault(
      field,
      `must be a time such as 2026-01-31T12:00:00+00:00${
        text ? `, and is ${quote(text)}` : '; the run may not have ended'
      }`,
    );
  }
}

function met(state: unknown, field: string): boolean | undefined {
  if (state === null || state === undefined) return undefined;
  const value = isObject(state) ? state.steady_state_met : undefined;
  if (typeof value === 'boolean') return value;
  // A hypothesis that was asked for and broke off has no answer.
  if (isObject(state) && value === null) return false;
  throw fault(`${field}.steady_state_met`, 'must be true or false');
}

/** The toolkit writes the name of the mode, `actions` or `Dry.ACTIONS`. */
function isDry(mode: unknown): boolean {
  return Boolean(mode) && !/pause$/i.test(String(mode));
}

function fault(field: string, rule: string): InvalidArtifactError {
  return new InvalidArtifactError(
    field,
    `${field} ${rule}: send the journal as chaos run wrote it`,
  );
}
