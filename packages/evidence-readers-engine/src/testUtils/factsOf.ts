import {
  EvidenceReader,
  FactValue,
} from '@maestro-conductor/plugin-evidence-common';
import { unpaced } from '../reader/unpaced';
import { bytes } from './bytes';

/** The facts in a text by name; throws with the whole result where it was not read, so that a test shows why. */
export async function factsOf(
  reader: EvidenceReader,
  content: string | Uint8Array,
): Promise<Record<string, FactValue>> {
  const result = await reader.read(
    typeof content === 'string' ? bytes(content) : content,
    unpaced,
  );
  if (result.status !== 'ok') throw new Error(JSON.stringify(result));
  return Object.fromEntries(
    result.facts.map(({ name, value }) => [name, value]),
  );
}
