/** Writes numbers one after the other. */
export class ByteWriter {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  #length = 0;

  /** @param size - the most bytes that will be written */
  constructor(size: number) {
    this.#bytes = new Uint8Array(size);
    this.#view = new DataView(this.#bytes.buffer);
  }

  /** A whole number from 0 to 2^53 − 1: seven bits a byte, lowest first; the eighth says that there are more. */
  writeVarint(value: number): void {
    let rest = value;
    while (rest >= 128) {
      this.#bytes[this.#length++] = (rest % 128) + 128;
      rest = Math.floor(rest / 128);
    }
    this.#bytes[this.#length++] = rest;
  }

  writeFloat(value: number): void {
    this.#view.setFloat64(this.#length, value, true);
    this.#length += 8;
  }

  written(): Uint8Array {
    return this.#bytes.subarray(0, this.#length);
  }
}
