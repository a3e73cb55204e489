/** How long an answer is given again. */
const FRESH_MS = 15_000;
const MOST_ENTRIES = 1_000;
/** Values of series in all entries: about 30 MB. */
const MOST_VALUES = 2_000_000;

interface Entry<T> {
  answer: Promise<T>;
  since: number;
  size: number;
}

/** Asks a question once while its answer is under way or fresh. Failures are not kept. */
export class AnswerCache<T> {
  readonly #entries = new Map<string, Entry<T>>();
  readonly #sizeOf: (answer: T) => number;
  readonly #now: () => number;
  #size = 0;

  constructor(options: { sizeOf: (answer: T) => number; now: () => number }) {
    this.#sizeOf = options.sizeOf;
    this.#now = options.now;
  }

  get(question: string, ask: () => Promise<T>): Promise<T> {
    const known = this.#entries.get(question);
    if (known && this.#now() - known.since < FRESH_MS) return known.answer;
    if (known) this.#remove(question);
    const entry = { answer: ask(), since: this.#now(), size: 0 };
    this.#entries.set(question, entry);
    entry.answer.then(
      answer => {
        if (this.#entries.get(question) !== entry) return;
        entry.size = this.#sizeOf(answer);
        this.#size += entry.size;
        this.#shrink();
      },
      () => {
        if (this.#entries.get(question) === entry) this.#remove(question);
      },
    );
    return entry.answer;
  }

  /** The oldest go first. */
  #shrink() {
    for (const question of this.#entries.keys()) {
      if (this.#size <= MOST_VALUES && this.#entries.size <= MOST_ENTRIES)
        return;
      this.#remove(question);
    }
  }

  #remove(question: string) {
    this.#size -= this.#entries.get(question)?.size ?? 0;
    this.#entries.delete(question);
  }
}
