import { PrometheusProblem } from './PrometheusProblem';

/** After so many queries without an answer in time the others of a reading are not sent. */
const MOST_SLOW = 3;

/** One reading of many queries from one server: what it may take, and what it has learned about the server. */
export class Reading {
  readonly signal: AbortSignal;
  #slow = 0;
  #down?: PrometheusProblem;

  constructor(signal: AbortSignal) {
    this.signal = signal;
  }

  /** Throws where asking is of no use any more, so that a server that is away costs one time-out and not hundreds. */
  assertWorthAsking() {
    if (this.signal.aborted) {
      throw new PrometheusProblem('server', 'the reading was called off');
    }
    if (this.#down) throw this.#down;
  }

  /** Learns from a failure. */
  note(problem: PrometheusProblem) {
    if (problem.kind === 'slow') this.#slow += 1;
    if (problem.kind === 'server' || this.#slow >= MOST_SLOW) {
      this.#down ??= problem;
    }
  }
}
