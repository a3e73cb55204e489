/** Counts the pushes that this process is working on, from the first byte of each to its answer. */
export class PushTraffic {
  #running = 0;

  get running(): number {
    return this.#running;
  }

  /** Counts a push while something is done for it. */
  async during<T>(work: () => Promise<T>): Promise<T> {
    this.#running += 1;
    try {
      return await work();
    } finally {
      this.#running -= 1;
    }
  }
}
