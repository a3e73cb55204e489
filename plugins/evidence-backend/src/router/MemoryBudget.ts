/** A number of bytes that all requests of a process share. */
export class MemoryBudget {
  #free: number;

  constructor(bytes: number) {
    this.#free = bytes;
  }

  /** Takes so many bytes, or none where there are not so many. @returns whether it took them */
  take(bytes: number): boolean {
    if (bytes > this.#free) {
      return false;
    }
    this.#free -= bytes;
    return true;
  }

  /** Gives back what was taken. */
  release(bytes: number): void {
    this.#free += bytes;
  }
}
