import { Knex } from 'knex';
import { InputError } from '@backstage/errors';
import { decodeCursor, encodeCursor } from '@maestro-conductor/backend-kit';
import { GateDecision } from '@maestro-conductor/plugin-readiness-common';
import { parseDecision, toDate } from '../rows';

/** Keeps a decision as it was made. */
export async function insertDecision(
  knex: Knex,
  decision: GateDecision,
): Promise<void> {
  await knex('gate_decisions').insert({
    id: decision.id,
    tenant: decision.tenant,
    scorecard: decision.scorecard,
    entity_ref: decision.entityRef,
    environment: decision.environment,
    decision: decision.decision,
    decided_at: new Date(decision.decidedAt),
    result: JSON.stringify(decision),
  });
}

/** One decision, undefined where there is none of that id. */
export async function readDecision(
  knex: Knex,
  id: string,
): Promise<GateDecision | undefined> {
  const row: { result: string } | undefined = await knex('gate_decisions')
    .select('result')
    .where({ id })
    .first();
  return row && parseDecision(row.result);
}

function readCursor(cursor: string): { at: Date; id: string } {
  const { at, id } = decodeCursor(cursor);
  if (
    typeof at !== 'number' ||
    Number.isNaN(new Date(at).getTime()) ||
    typeof id !== 'string' ||
    id.includes('\0')
  ) {
    throw new InputError(
      'cursor is not one of this list; leave it away to start from the first page',
    );
  }
  return { at: new Date(at), id };
}

/** The decisions about one entity, newest first. */
export async function listDecisions(
  knex: Knex,
  request: {
    entityRef: string;
    environment?: string;
    limit: number;
    cursor?: string;
  },
): Promise<{ items: GateDecision[]; nextCursor?: string }> {
  const query = knex('gate_decisions')
    .select('id', 'decided_at', 'result')
    .where('entity_ref', request.entityRef)
    .orderBy([
      { column: 'decided_at', order: 'desc' },
      { column: 'id', order: 'desc' },
    ])
    .limit(request.limit + 1);
  if (request.environment) query.where('environment', request.environment);
  if (request.cursor) {
    const { at, id } = readCursor(request.cursor);
    query.where(earlier =>
      earlier
        .where('decided_at', '<', at)
        .orWhere(same => same.where('decided_at', at).where('id', '<', id)),
    );
  }
  const rows: { id: string; decided_at: Date | number; result: string }[] =
    await query;
  const page = rows.slice(0, request.limit);
  const last = page.at(-1);
  return {
    items: page.map(row => parseDecision(row.result)),
    ...(last &&
      rows.length > request.limit && {
        nextCursor: encodeCursor({
          at: toDate(last.decided_at).getTime(),
          id: last.id,
        }),
      }),
  };
}
