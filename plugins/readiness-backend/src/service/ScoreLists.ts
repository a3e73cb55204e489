import {
  ScoreFacets,
  ScoreFilter,
  ScorePage,
} from '@maestro-conductor/plugin-readiness-common';
import { ScoreListRequest } from '../database/operations/listScores';
import { ReadinessStore } from '../database/ReadinessStore';
import { checkEnvironment } from '../domain/gateRequest';
import { checkScoreFilter } from '../domain/scoreFilter';
import { csvHeader, csvLine } from '../domain/scoresCsv';
import { toFacets } from '../domain/toFacets';
import { DAY_MS, utcDay } from '../domain/utcDay';
import { checkLimit } from './requests';
import { Scorecard } from './Scorecard';
import { ListScoresRequest, ScoreExport } from './types';
import { Visibility } from './Visibility';

const CHANGE_DAYS = 7;
const EXPORT_PAGE = 500;
/** Rows of one file at most. */
const MAX_EXPORTED = 100_000;

/** Lists of scores: pages, what they can be narrowed by, and the same as a file. */
export class ScoreLists {
  readonly #store: ReadinessStore;
  readonly #scorecard: Scorecard;
  readonly #settings: { environments: string[]; defaultEnvironment: string };
  readonly #now: () => Date;

  constructor(options: {
    store: ReadinessStore;
    scorecard: Scorecard;
    settings: { environments: string[]; defaultEnvironment: string };
    now(): Date;
  }) {
    this.#store = options.store;
    this.#scorecard = options.scorecard;
    this.#settings = options.settings;
    this.#now = options.now;
  }

  async list(
    request: ListScoresRequest,
    { services }: Visibility,
  ): Promise<ScorePage> {
    return await this.#store.listScores(services, {
      ...this.#selection(request),
      limit: checkLimit(request.limit),
      cursor: request.cursor,
    });
  }

  async facets(
    request: ScoreFilter & { environment?: string },
    { services }: Visibility,
  ): Promise<ScoreFacets> {
    const { scorecard, environment, filter } = this.#selection(request);
    const counts = await this.#store.countFacets(services, {
      scorecard,
      environment,
      filter,
    });
    return toFacets(counts, this.#scorecard.shown?.levels ?? []);
  }

  /** The first page is read before it resolves, so that what is wrong is said before the file begins. */
  async export(
    request: Omit<ListScoresRequest, 'limit' | 'cursor'>,
    { services }: Visibility,
  ): Promise<ScoreExport> {
    const selection = { ...this.#selection(request), limit: EXPORT_PAGE };
    const store = this.#store;
    const first = await store.listScores(services, selection);
    const dimensions =
      this.#scorecard.shown?.dimensions.map(({ name }) => name) ?? [];
    async function* lines() {
      yield csvHeader(dimensions);
      let page = first;
      for (let rows = 0; ; ) {
        const items = page.items.slice(0, MAX_EXPORTED - rows);
        rows += items.length;
        yield items.map(item => csvLine(item, dimensions)).join('');
        const { nextCursor: cursor } = page;
        if (!cursor || rows >= MAX_EXPORTED) return;
        page = await store.listScores(services, { ...selection, cursor });
      }
    }
    return {
      fileName: `readiness-${selection.environment}-${utcDay(this.#now())}.csv`,
      lines: lines(),
    };
  }

  #selection({
    environment,
    sort = 'score',
    order = 'asc',
    ...filter
  }: ListScoresRequest): Omit<ScoreListRequest, 'limit' | 'cursor'> {
    return {
      scorecard: this.#scorecard.name,
      environment: checkEnvironment(environment, this.#settings),
      filter: checkScoreFilter(filter, this.#scorecard.shown),
      sort,
      order,
      changeSince: new Date(this.#now().getTime() - CHANGE_DAYS * DAY_MS),
    };
  }
}
