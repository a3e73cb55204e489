import {
  CatalogProjection,
  EntityRestriction,
} from '@maestro-conductor/backend-kit';
import { ObjectiveItem } from '@maestro-conductor/plugin-slo-common';
import { Knex } from 'knex';
import {
  BoardFilter,
  BoardRequest,
  BoardStore,
  ObjectiveName,
} from './BoardStore';
import { boardByTeam } from './operations/boardByTeam';
import { ItemRow, selectItems, toItem } from './operations/boardItems';
import { listBoard } from './operations/listBoard';
import { visibleObjectives } from './operations/matchingObjectives';
import { summarizeBoard } from './operations/summarizeBoard';

const MOST_NAMES = 5_000;

/** @see BoardStore */
export class KnexBoardStore implements BoardStore {
  readonly #source: { knex: Knex; projection: CatalogProjection };

  constructor(options: { knex: Knex; projection: CatalogProjection }) {
    this.#source = options;
  }

  async listBoard(restriction: EntityRestriction, request: BoardRequest) {
    return await listBoard(this.#source, restriction, request);
  }

  async summarizeBoard(restriction: EntityRestriction, filter: BoardFilter) {
    return await summarizeBoard(this.#source, restriction, filter);
  }

  async listValues(
    restriction: EntityRestriction,
    column: 'window' | 'environment',
    filter: BoardFilter,
  ): Promise<string[]> {
    const visible = await visibleObjectives(this.#source, restriction);
    return await visible(filter).distinct(`o.${column}`).pluck(`o.${column}`);
  }

  async getItem(
    restriction: EntityRestriction,
    id: string,
  ): Promise<ObjectiveItem | undefined> {
    const visible = await visibleObjectives(this.#source, restriction);
    const [row]: ItemRow[] = await selectItems(visible().where('o.id', id));
    return row && toItem(row);
  }

  async listNames(restriction: EntityRestriction): Promise<ObjectiveName[]> {
    const visible = await visibleObjectives(this.#source, restriction);
    return await visible()
      .orderBy(['o.entity_ref', 'o.slo', 'o.id'])
      .limit(MOST_NAMES)
      .select('o.id', 'o.entity_ref as entityRef', 'o.slo');
  }

  async boardByTeam(restrictions: {
    services: EntityRestriction;
    groups: EntityRestriction;
  }) {
    return await boardByTeam(this.#source, restrictions);
  }
}
