import {
  ScorecardDefinition,
  ScorePart,
} from '@maestro-conductor/plugin-readiness-common';
import { scoreResult } from '../domain/scoreResult';
import { fromScoreRow, ScoreRow } from './scoreRows';
import { toDate } from './rows';

/** About 40,000 scores of nine dimensions, or 15,000 with their facts. */
const MAX_BYTES = 64 * 1024 * 1024;

/** What of a row tells whether a text is still what it says, and which one. */
export const MARK_COLUMNS = [
  'tenant',
  'scorecard',
  'entity_ref',
  'environment',
  'revision',
  'evaluated_at',
  'inputs_digest',
  'definition_version',
] as const satisfies readonly (keyof ScoreRow)[];

/** A row, as far as that. */
export type MarkedRow = Pick<ScoreRow, (typeof MARK_COLUMNS)[number]>;

interface Held {
  mark: string;
  text: Buffer;
}

function placeOf(row: MarkedRow, parts: readonly ScorePart[]): string {
  return `${row.tenant}\n${row.scorecard}\n${row.entity_ref}\n${row.environment}\n${parts}`;
}

/** Each write counts the revision up. A row that was removed and written anew begins at 1, with other inputs or at another time. */
function markOf(row: MarkedRow): string {
  return `${row.revision} ${toDate(row.evaluated_at).getTime()} ${
    row.inputs_digest
  }`;
}

/**
 * ScoreResults as UTF-8 JSON, each built once for each time it was written and each choice of parts. Never old: whoever asks brings what
 * the database says of the row at that moment. The oldest make room.
 */
export class ScoreTexts {
  readonly #held = new Map<string, Held>();
  readonly #maxBytes: number;
  #bytes = 0;

  constructor(options: { maxBytes?: number } = {}) {
    this.#maxBytes = options.maxBytes ?? MAX_BYTES;
  }

  /** The text of a row as it is now; undefined where it has to be built. */
  get(row: MarkedRow, parts: readonly ScorePart[]): Buffer | undefined {
    const held = this.#held.get(placeOf(row, parts));
    return held?.mark === markOf(row) ? held.text : undefined;
  }

  /** Builds the text of a row. */
  add(
    row: ScoreRow,
    definition: ScorecardDefinition,
    parts: readonly ScorePart[],
  ): Buffer {
    const result = scoreResult(fromScoreRow(row, definition), parts);
    const text = Buffer.from(JSON.stringify(result));
    const place = placeOf(row, parts);
    this.#forget(place);
    this.#held.set(place, { mark: markOf(row), text });
    this.#bytes += text.length;
    for (const oldest of this.#held.keys()) {
      if (this.#bytes <= this.#maxBytes) break;
      this.#forget(oldest);
    }
    return text;
  }

  /** Has all texts built anew. */
  clear() {
    this.#held.clear();
    this.#bytes = 0;
  }

  #forget(place: string) {
    this.#bytes -= this.#held.get(place)?.text.length ?? 0;
    this.#held.delete(place);
  }
}
