import { listOf, textOf } from '@maestro-conductor/backend-kit';
import { ScoreFilter } from '@maestro-conductor/plugin-readiness-common';
import { Request } from 'express';
import { FilterRequest, ListScoresRequest } from '../service/types';

/** The filter in the query of a request for lists. */
export function filterOf({ query }: Request): FilterRequest {
  return {
    environment: textOf(query.environment),
    owner: listOf(query.owner),
    system: listOf(query.system),
    lifecycle: listOf(query.lifecycle),
    tag: listOf(query.tag),
    level: listOf(query.level),
    verdict: listOf(query.verdict) as ScoreFilter['verdict'],
    dimension: textOf(query.dimension),
    search: textOf(query.search),
  };
}

/** The order in the query of a request for lists. */
export function sortOf({ query }: Request) {
  return {
    sort: query.sort as ListScoresRequest['sort'],
    order: query.order as ListScoresRequest['order'],
  };
}
