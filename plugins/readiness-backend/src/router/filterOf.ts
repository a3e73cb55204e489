import { ScoreFilter } from '@maestro-conductor/plugin-readiness-common';
import { Request } from 'express';
import { FilterRequest, ListScoresRequest } from '../service/types';
import { text, texts } from './query';

/** The filter in the query of a request for lists. */
export function filterOf({ query }: Request): FilterRequest {
  return {
    environment: text(query.environment),
    owner: texts(query.owner),
    system: texts(query.system),
    lifecycle: texts(query.lifecycle),
    tag: texts(query.tag),
    level: texts(query.level),
    verdict: texts(query.verdict) as ScoreFilter['verdict'],
    dimension: text(query.dimension),
    search: text(query.search),
  };
}

/** The order in the query of a request for lists. */
export function sortOf({ query }: Request) {
  return {
    sort: query.sort as ListScoresRequest['sort'],
    order: query.order as ListScoresRequest['order'],
  };
}
