import { createHash, randomUUID } from 'node:crypto';
import { Knex } from 'knex';
import { concurrently } from '../lib/concurrently';
import { BenchDatabase } from '../lib/databases';
import { PushedFile, pushEvidence } from '../lib/evidence';
import { HttpClient } from '../lib/HttpClient';
import { Measurement } from '../lib/results';
import { median } from '../lib/statistics';
import { timed } from '../lib/timed';
import { lcovReport } from './lcov';
import { componentRef, SampleSize } from './sample';

/** Pipelines that push at once, and what each sends with a request: the reports of the parts of a service. */
const PRODUCERS = 4;
const FILES_PER_REQUEST = 4;
const RECORDS = { full: 400, quick: 80 };
const AT_LEAST_OF_PLAIN = 1 / 3;
const TABLE = 'bench_plain_inserts';

function reports(count: number, round: number, size: SampleSize) {
  return Array.from(
    { length: count / FILES_PER_REQUEST },
    (_, request): PushedFile[] =>
      Array.from({ length: FILES_PER_REQUEST }, () => ({
        entityRef: componentRef((request * 31) % size.components),
        fileName: 'lcov.info',
        content: lcovReport(),
        run: `${round}-${request}`,
      })),
  );
}

/** Writes the same bytes with nothing around them, each in a transaction of its own: an answer promises that they are kept. */
async function insertPlainly(
  knex: Knex,
  requests: readonly PushedFile[][],
): Promise<void> {
  await concurrently(PRODUCERS, requests, async files => {
    for (const { entityRef, content } of files) {
      const bytes = Buffer.from(content);
      await knex(TABLE).insert({
        id: randomUUID(),
        entity_ref: entityRef,
        sha256: createHash('sha256').update(bytes).digest('hex'),
        content: bytes,
      });
    }
  });
}

/** Evidence pushed over HTTP, beside plain inserts of the same bytes into the same database through knex. */
export async function measurePush(options: {
  client: HttpClient;
  database: BenchDatabase;
  size: SampleSize;
  repeats: number;
  quick: boolean;
}): Promise<Measurement[]> {
  const { client, database, size, repeats, quick } = options;
  const count = quick ? RECORDS.quick : RECORDS.full;
  const knex = database.open('ours', 'evidence');
  const pushed: number[] = [];
  const plain: number[] = [];
  try {
    await knex.schema.createTable(TABLE, table => {
      table.string('id').primary();
      table.string('entity_ref');
      table.string('sha256');
      table.binary('content');
    });
    for (let round = 0; round <= repeats; round++) {
      const requests = reports(count, round, size);
      const push = await timed(() =>
        concurrently(PRODUCERS, requests, async files => {
          await pushEvidence(client, files);
        }),
      );
      const insert = await timed(() => insertPlainly(knex, requests));
      if (round === 0) continue;
      pushed.push((count * 1000) / push);
      plain.push((count * 1000) / insert);
    }
    await knex.schema.dropTable(TABLE);
  } finally {
    await knex.destroy();
  }
  const peer = median(plain);
  return [
    {
      id: `push-lcov-20kb.${database.name}`,
      value: median(pushed),
      unit: 'records/s',
      target: peer * AT_LEAST_OF_PLAIN,
      better: 'higher',
      gate: true,
      peer,
      ratio: median(pushed) / peer,
    },
  ];
}
