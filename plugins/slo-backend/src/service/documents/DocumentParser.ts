import { sha256Hex } from '@maestro-conductor/backend-kit';
import { AlertRow } from '@maestro-conductor/plugin-slo-common';
import { SampleSource } from '@maestro-conductor/plugin-slo-node';
import { OpenSloFile, readOpenSlo } from '@maestro-conductor/slo-engine';
import { checkIndicator } from '../../domain/checkIndicator';
import { ReadDocument } from '../../domain/settleClaims';

/** What files declare. */
export type ParsedFiles = Pick<ReadDocument, 'declarations' | 'problems'> & {
  /** SHA-256 of the files. */
  digest: string;
};

/** Reads files as OpenSLO, and has their indicators checked. Files that are as they were are not parsed again. */
export class DocumentParser {
  readonly #sources: readonly SampleSource[];
  readonly #alertRows?: (periodMinutes: number) => AlertRow[];
  #kept = new Map<string, ParsedFiles>();

  constructor(options: {
    sources: readonly SampleSource[];
    alertRows?: (periodMinutes: number) => AlertRow[];
  }) {
    this.#sources = options.sources;
    this.#alertRows = options.alertRows;
  }

  /** @param id - of the document */
  parse(id: string, files: readonly OpenSloFile[]): ParsedFiles {
    const digest = sha256Hex(
      JSON.stringify(files.map(({ file, text }) => [file, text])),
    );
    const kept = this.#kept.get(id);
    if (kept?.digest === digest) return kept;
    const read = readOpenSlo(files, { alertRows: this.#alertRows });
    const problems = [...read.problems];
    const declarations = read.objectives.flatMap(definition => {
      const checked = checkIndicator(definition, this.#sources);
      problems.push(...checked.problems);
      return checked.usable ? [{ definition, queries: checked.queries }] : [];
    });
    const parsed = { digest, declarations, problems };
    this.#kept.set(id, parsed);
    return parsed;
  }

  /** Forgets documents that there are no longer. */
  keepOnly(ids: ReadonlySet<string>): void {
    for (const id of this.#kept.keys()) {
      if (!ids.has(id)) this.#kept.delete(id);
    }
  }
}
