import { InputError } from '@backstage/errors';
import { OpenSloFile } from '@maestro-conductor/slo-engine';
import { MOST_BYTES, MOST_FILE_BYTES, MOST_FILES } from './limits';

/** Gathers the files of a document, as long as they stay within bounds. */
export class FileCollector {
  readonly files: OpenSloFile[] = [];
  #bytes = 0;

  /** @throws InputError where it becomes too much; before a file is read, where its size is known */
  add(file: string, content: Uint8Array): void {
    this.expect(file, content.byteLength);
    this.#bytes += content.byteLength;
    this.files.push({ file, text: Buffer.from(content).toString('utf8') });
  }

  /** Says that a file of this size is coming. @throws InputError where it is too much */
  expect(file: string, bytes: number): void {
    if (bytes > MOST_FILE_BYTES) {
      throw new InputError(
        `${file} has ${bytes} bytes; a file may have ${MOST_FILE_BYTES}. Split it`,
      );
    }
    if (this.files.length >= MOST_FILES || this.#bytes + bytes > MOST_BYTES) {
      throw new InputError(
        `There are too many files at ${file}: ${MOST_FILES} with ${MOST_BYTES} bytes together are read. Split the folder`,
      );
    }
  }
}
