import { Knex } from 'knex';
import { concurrently } from '../lib/concurrently';
import { pushEvidence } from '../lib/evidence';
import { HttpClient } from '../lib/HttpClient';
import { factsOf } from './rules';
import { componentRef } from './sample';

const PER_REQUEST = 100;
const AT_ONCE = 2;

/** Pushes a document of facts for each component, as pipelines do. */
export async function pushFacts(
  client: HttpClient,
  components: number,
): Promise<void> {
  const now = new Date();
  const starts = Array.from(
    { length: Math.ceil(components / PER_REQUEST) },
    (_, request) => request * PER_REQUEST,
  );
  await concurrently(AT_ONCE, starts, async start => {
    const count = Math.min(PER_REQUEST, components - start);
    const files = Array.from({ length: count }, (_, offset) => ({
      entityRef: componentRef(start + offset),
      fileName: 'facts.json',
      content: JSON.stringify({ facts: factsOf(start + offset, now) }),
      run: '1',
    }));
    await pushEvidence(client, files);
  });
}

/** Of what evidence keeps of an entity, the part that is changed here: `[name, type, value, …]` for each fact. */
interface Sheet {
  facts: [name: string, type: string, value: unknown, ...rest: unknown[]][];
}

const TABLE = 'fact_sheets';
const KEY = ['tenant', 'entity_ref', 'environment'];
const ROWS_PER_STATEMENT = 200;
const HOUR_MS = 3_600_000;

/** Another value than before: a share from 0.1 to 0.999, the opposite, or a time of the last 41 days. */
function another(type: string, value: unknown, seed: number): unknown {
  if (type === 'number') return (100 + (seed % 900)) / 1000;
  if (type === 'boolean') return !value;
  return new Date(Date.now() - (seed % 1000) * HOUR_MS).toISOString();
}

/**
 * Changes the value of every pushed fact in evidence's database, behind its back. Pushed anew, the facts would come to the scores by the
 * feed before they are asked for.
 *
 * @param round - another number brings other values
 */
export async function changeFacts(
  evidence: Knex,
  round: number,
): Promise<void> {
  await evidence.transaction(async tx => {
    const rows = await tx(TABLE).where({ environment: 'production' });
    const changed = rows.map((row, index) => {
      const sheet: Sheet = JSON.parse(row.sheet);
      sheet.facts.forEach((fact, place) => {
        const seed = index * 37 + place * 101 + round * 7;
        fact[2] = another(fact[1], fact[2], seed);
      });
      return { ...row, sheet: JSON.stringify(sheet) };
    });
    for (let i = 0; i < changed.length; i += ROWS_PER_STATEMENT) {
      await tx(TABLE)
        .insert(changed.slice(i, i + ROWS_PER_STATEMENT))
        .onConflict(KEY)
        .merge(['sheet']);
    }
  });
}
