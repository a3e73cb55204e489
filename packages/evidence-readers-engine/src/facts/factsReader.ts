import { EvidenceReader } from '@maestro-conductor/plugin-evidence-common';
import {
  ArtifactText,
  defineReader,
  ParsedArtifact,
} from '../reader/defineReader';
import { InvalidArtifactError } from '../reader/InvalidArtifactError';
import { parseTimestamp } from '../reader/parseTimestamp';
import { quote } from '../reader/quote';
import { wholeText } from '../reader/wholeText';
import { parseDocument } from './parseDocument';
import { readDeclaredFact } from './readDeclaredFact';

const LIMIT = {
  bytes: 256 * 1024,
  what: 'declared facts',
  wayOut: 'declare fewer at once, and no logs among them',
};
const MAX_FACTS = 200;

/** `facts` or `observedAt` as a key at the start of a line or right after the brace. */
const OWN_KEY = /^(?:\{\s*)?["']?(?:facts|observedAt)["']?\s*:/m;

/**
 * A YAML text cut off after "0.7" of "0.75" is whole YAML with another number, so the last line must be ended. JSON and
 * flow style end by their brace.
 */
function checkEnding(text: string) {
  if (!text.startsWith('{') && !text.endsWith('\n')) {
    throw new InvalidArtifactError(
      'file',
      'a YAML file must end with a line break, as without one a last value that was cut off would go unnoticed: add it',
    );
  }
}

function readObservedAt(value: unknown): string {
  const moment = typeof value === 'string' ? parseTimestamp(value) : undefined;
  if (moment) return moment;
  throw new InvalidArtifactError(
    'observedAt',
    '"observedAt" must be a time with its offset, such as 2026-01-31T12:00:00Z',
  );
}

async function parse(
  artifact: ArtifactText,
): Promise<ParsedArtifact | undefined> {
  const text = (await wholeText(artifact, LIMIT)).trimStart();
  const root = parseDocument(text);
  if (!(root instanceof Map) || !root.has('facts')) return undefined;
  checkEnding(text);

  for (const key of root.keys()) {
    if (key !== 'facts' && key !== 'observedAt') {
      throw new InvalidArtifactError(
        String(key),
        `${quote(String(key))} is unknown here; facts and observedAt are known`,
      );
    }
  }
  const declared: unknown = root.get('facts');
  if (!(declared instanceof Map) || declared.size === 0) {
    throw new InvalidArtifactError(
      'facts',
      '"facts" must map at least one name to its value',
    );
  }
  if (declared.size > MAX_FACTS) {
    throw new InvalidArtifactError(
      'facts',
      `"facts" has ${declared.size} names; ${MAX_FACTS} may be declared at once`,
    );
  }
  return {
    facts: [...declared].map(([name, value]) => readDeclaredFact(name, value)),
    ...(root.has('observedAt') && {
      observedAt: readObservedAt(root.get('observedAt')),
    }),
  };
}

/**
 * Reads facts that somebody declares, in JSON or YAML:
 * `{ "facts": { "policy.coverage": 0.75, "x.y": { "value": 3, "type": "number", "unit": "count" } }, "observedAt"?: … }`.
 *
 * Types and units of facts that the suite knows are fixed, others are taken as declared or from the value; text that is
 * a time with an offset is a timestamp, and is given in UTC. One bad value makes the whole file invalid.
 *
 * @public
 */
export const factsReader: EvidenceReader = defineReader({
  format: 'facts',
  kind: 'facts',
  mediaType: 'application/json',
  looksLike: head =>
    OWN_KEY.test(head.trimStart()) ||
    /^\s*\{[^{]{0,2000}["']?facts["']?\s*:/.test(head),
  parse,
});
