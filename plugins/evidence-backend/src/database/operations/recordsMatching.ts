import {
  EvidenceKind,
  RecordFreshness,
} from '@maestro-conductor/plugin-evidence-common';
import { Knex } from 'knex';

/** Which records of an entity; of a list, those that equal one of its values. What is absent does not restrict. */
export interface RecordFilter {
  tenant: string;
  entityRef: string;
  kinds?: EvidenceKind[];
  environments?: string[];
  producers?: string[];
  /** Git refs as they were pushed. */
  refs?: string[];
  commit?: string;
  /** Observed then or later. */
  from?: Date;
  /** Observed before. */
  to?: Date;
  /** As it stands at a moment. */
  freshness?: { state: RecordFreshness; at: Date };
  /** A part of the file name, a whole run, or the beginning of a commit or SHA-256. Upper and lower case are the same. */
  search?: string;
}

/** The records that pass a filter, in no order. */
export function recordsMatching(knex: Knex, filter: RecordFilter) {
  const { tenant, entityRef, commit, from, to, freshness, search } = filter;
  const lists = {
    kind: filter.kinds,
    environment: filter.environments,
    producer: filter.producers,
    ref: filter.refs,
  };
  return knex('records')
    .where({ 'records.tenant': tenant, 'records.entity_ref': entityRef })
    .modify(builder => {
      for (const [column, values] of Object.entries(lists)) {
        if (values) builder.whereIn(`records.${column}`, values);
      }
      if (commit !== undefined) builder.where('records.commit', commit);
      if (from) builder.where('records.observed_at', '>=', from);
      if (to) builder.where('records.observed_at', '<', to);
      if (freshness) whereFreshness(builder, freshness);
      if (search) whereFound(builder, search);
    });
}

function whereFreshness(
  builder: Knex.QueryBuilder,
  { state, at }: { state: RecordFreshness; at: Date },
): void {
  switch (state) {
    case 'fresh':
      builder.where('records.fresh_until', '>', at);
      break;
    case 'stale':
      builder.where('records.fresh_until', '<=', at);
      break;
    default:
      builder.whereNull('records.fresh_until');
  }
}

function whereFound(builder: Knex.QueryBuilder, search: string): void {
  const text = search.toLowerCase();
  const like = text.replace(/[\\%_]/g, sign => `\\${sign}`);
  builder.where(found => {
    found
      .whereRaw(`lower(records.file_name) like ? escape '\\'`, [`%${like}%`])
      .orWhereRaw('lower(records.run) = ?', [text]);
    if (/^[0-9a-f]+$/.test(text)) {
      found
        .orWhere('records.commit', 'like', `${text}%`)
        .orWhere('records.sha256', 'like', `${text}%`);
    }
  });
}
