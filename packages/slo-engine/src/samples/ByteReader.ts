/** Reads what a `ByteWriter` wrote. Each method throws a RangeError behind the end. */
export class ByteReader {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  readVarint(): number {
    let value = 0;
    let factor = 1;
    for (;;) {
      if (this.#at >= this.#bytes.length) {
        throw new RangeError('The bytes end within a number');
      }
      const byte = this.#bytes[this.#at++];
      if (byte < 128) return value + byte * factor;
      value += (byte - 128) * factor;
      factor *= 128;
    }
  }

  readFloat(): number {
    const value = this.#view.getFloat64(this.#at, true);
    this.#at += 8;
    return value;
  }

  get atEnd(): boolean {
    return this.#at === this.#bytes.length;
  }
}
