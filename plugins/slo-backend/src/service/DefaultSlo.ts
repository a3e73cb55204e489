import { InputError, NotFoundError } from '@backstage/errors';
import { EntityRestriction } from '@maestro-conductor/backend-kit';
import {
  DocumentPage,
  ObjectiveDetail,
  ObjectiveItem,
  ObjectivePage,
  ObjectiveQueryOptions,
  ObjectiveSeries,
  PushedSeries,
  TeamBoardPage,
} from '@maestro-conductor/plugin-slo-common';
import { minutesOf, parseDuration } from '@maestro-conductor/slo-engine';
import { BoardStore } from '../database/BoardStore';
import { ObjectiveStore } from '../database/ObjectiveStore';
import { StateStore } from '../database/StateStore';
import {
  boardOptions,
  checkEntityRefs,
  checkLimit,
} from '../domain/boardOptions';
import { declarationOf, documentItem } from './documentItem';
import { nearest } from '../domain/nearest';
import { pageTeams } from '../domain/pageTeams';
import { seriesRange } from '../domain/seriesRange';
import { MayPush, SampleKeeper } from './SampleKeeper';
import { SeriesReader } from './SeriesReader';
import {
  DocumentsOptions,
  SeriesOptions,
  TeamsOptions,
  Visibility,
} from './types';

const MOST_OF_ENTITIES = 2_000;
const MOST_SERIES = 100;
const MOST_BURNS = 100;
const HISTORY_MS = 90 * 86_400_000;

/** For what was authorized by its entity. */
const EVERYTHING: EntityRestriction = {
  unknownRule: false,
  apply: query => query,
};

/** Does what is asked, for whoever asks: `AuthorizedSlo` stands before it. */
export class DefaultSlo {
  readonly #objectives: ObjectiveStore;
  readonly #boards: BoardStore;
  readonly #states: Pick<StateStore, 'readBurns'>;
  readonly #series: SeriesReader;
  readonly #samples: SampleKeeper;
  readonly #now: () => Date;

  constructor(options: {
    objectives: ObjectiveStore;
    boards: BoardStore;
    states: Pick<StateStore, 'readBurns'>;
    series: SeriesReader;
    samples: SampleKeeper;
    now(): Date;
  }) {
    this.#objectives = options.objectives;
    this.#boards = options.boards;
    this.#states = options.states;
    this.#series = options.series;
    this.#samples = options.samples;
    this.#now = options.now;
  }

  /** @see SloService */
  async listObjectives(
    request: ObjectiveQueryOptions,
    restriction: EntityRestriction,
  ): Promise<ObjectivePage> {
    const { filter, ...page } = boardOptions(request);
    const { items, nextCursor } = await this.#boards.listBoard(restriction, {
      ...filter,
      ...page,
    });
    // A filter is to offer more than what it was set to.
    const windows = await this.#boards.listValues(restriction, 'window', {
      ...filter,
      windows: undefined,
    });
    const environments = await this.#boards.listValues(
      restriction,
      'environment',
      { ...filter, environment: undefined },
    );
    return {
      items,
      summary: await this.#boards.summarizeBoard(restriction, filter),
      windows: windows.sort((a, b) => lengthOf(a) - lengthOf(b)),
      environments: environments.sort(),
      ...(nextCursor !== undefined && { nextCursor }),
    };
  }

  /** @see SloService */
  async getByEntities(
    request: { entityRefs: string[]; environment?: string },
    restriction: EntityRestriction,
  ): Promise<{ items: ObjectiveItem[] }> {
    const { items } = await this.#boards.listBoard(restriction, {
      entityRefs: checkEntityRefs(request.entityRefs),
      environment: request.environment,
      sort: 'urgency',
      order: 'asc',
      limit: MOST_OF_ENTITIES,
    });
    return { items };
  }

  /** The entity that a declared objective is about. */
  async entityOf(id: string): Promise<string | undefined> {
    const kept = await this.#objectives.getObjective(id);
    return kept?.definition.entityRef;
  }

  /** Says that there is no such objective, with those that the reader may have meant: by id, or by the name of an SLO. */
  async unknownObjective(
    id: string,
    restriction: EntityRestriction,
  ): Promise<NotFoundError> {
    const names = await this.#boards.listNames(restriction);
    const near = new Set(
      nearest(
        id.toLowerCase(),
        names.flatMap(name => [name.id, name.slo]),
      ),
    );
    const meant = names
      .filter(name => near.has(name.id) || near.has(name.slo))
      .slice(0, 3)
      .map(name => `${name.id} (${name.slo} of ${name.entityRef})`);
    return new NotFoundError(
      `There is no objective ${id}${
        meant.length > 0
          ? `; did you mean ${meant.join(' or ')}?`
          : '. GET /v1/objectives lists those that there are, with their ids'
      }`,
    );
  }

  /** @see SloService */
  async getObjective(id: string): Promise<ObjectiveDetail> {
    const item = await this.#boards.getItem(EVERYTHING, id);
    const kept = await this.#objectives.getObjective(id);
    if (!item || !kept) throw new NotFoundError(`There is no objective ${id}`);
    return {
      ...item,
      document: declarationOf(kept),
      history: await this.#states.readBurns(id, {
        since: new Date(this.#now().getTime() - HISTORY_MS),
        limit: MOST_BURNS,
      }),
    };
  }

  /** @see SloService */
  async getSeries(request: SeriesOptions): Promise<ObjectiveSeries> {
    const { id } = request;
    const range = seriesRange(request, this.#now());
    const kept = await this.#objectives.getObjective(id);
    if (!kept) throw new NotFoundError(`There is no objective ${id}`);
    const { definition } = kept;
    return await this.#series.read({ id, definition, ...range });
  }

  /** @see SloService */
  async listTeams(
    { text, limit, cursor }: TeamsOptions,
    visibility: Visibility,
  ): Promise<TeamBoardPage> {
    const page = { text, limit: checkLimit(limit), cursor };
    return pageTeams(await this.#boards.boardByTeam(visibility), page);
  }

  /** @see SloService */
  async pushSamples(
    { items }: { items: PushedSeries[] },
    options: { mayPush: MayPush },
  ) {
    if (items.length < 1 || items.length > MOST_SERIES) {
      throw new InputError(
        `items must hold 1 to ${MOST_SERIES} series, and holds ${items.length}`,
      );
    }
    return { items: await this.#samples.push(items, options) };
  }

  /** @see SloService */
  async listDocuments({
    problems,
    limit,
    cursor,
  }: DocumentsOptions): Promise<DocumentPage> {
    const { items, nextCursor } = await this.#objectives.listDocuments({
      problems,
      limit: checkLimit(limit),
      cursor,
    });
    return {
      items: items.map(documentItem),
      ...(nextCursor !== undefined && { nextCursor }),
    };
  }
}

function lengthOf(window: string): number {
  return minutesOf(parseDuration(window));
}
