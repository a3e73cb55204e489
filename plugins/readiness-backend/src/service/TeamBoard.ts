import { InputError, NotFoundError } from '@backstage/errors';
import { normalizeEntityRef } from '@maestro-conductor/backend-kit';
import {
  ReadinessSummary,
  TeamScore,
  TeamScorePage,
} from '@maestro-conductor/plugin-readiness-common';
import { ReadinessStore } from '../database/ReadinessStore';
import { checkEnvironment } from '../domain/gateRequest';
import { near } from '../domain/near';
import { pageTeams } from '../domain/pageTeams';
import { rollUpTeams } from '../domain/rollUpTeams';
import { summarize } from '../domain/summarize';
import { checkLimit } from './requests';
import { ScoreIndex } from './ScoreIndex';
import { Scorecard } from './Scorecard';
import { ListTeamsRequest, TeamRequest } from './types';
import { Visibility } from './Visibility';

function readOwner(field: string, ref: string): string {
  return normalizeEntityRef(ref.includes(':') ? ref : `group:${ref}`, field);
}

/** Sums over services: by team, and over all of an owner. */
export class TeamBoard {
  readonly #index: ScoreIndex;
  readonly #scorecard: Scorecard;
  readonly #settings: { environments: string[]; defaultEnvironment: string };

  constructor(options: {
    store: ReadinessStore;
    scorecard: Scorecard;
    settings: { environments: string[]; defaultEnvironment: string };
  }) {
    this.#index = new ScoreIndex(options);
    this.#scorecard = options.scorecard;
    this.#settings = options.settings;
  }

  async list(
    request: ListTeamsRequest,
    visibility: Visibility,
  ): Promise<TeamScorePage> {
    const { sort = 'tree', order = 'asc', cursor } = request;
    const limit = checkLimit(request.limit);
    const teams = await this.#teams(request.environment, visibility);
    return pageTeams(
      teams.filter(team => team.services > 0),
      { sort, order, limit, cursor },
    );
  }

  async team(request: TeamRequest, visibility: Visibility): Promise<TeamScore> {
    const groupRef = readOwner('group', request.group);
    if (!groupRef.startsWith('group:')) {
      throw new InputError(
        'group must be a group such as group:default/platform, or its name',
      );
    }
    const teams = await this.#teams(request.environment, visibility);
    const team = teams.find(one => one.groupRef === groupRef);
    if (!team) {
      const known = teams.flatMap(one => one.groupRef || []);
      const names = near(groupRef, known);
      throw new NotFoundError(
        `There is no group ${groupRef} in the catalog${
          names.length > 0 ? `; did you mean ${names.join(' or ')}?` : ''
        }`,
      );
    }
    return team;
  }

  async summary(
    request: { environment?: string; owner?: string },
    visibility: Visibility,
  ): Promise<ReadinessSummary> {
    const environment = checkEnvironment(request.environment, this.#settings);
    const owner =
      request.owner === undefined
        ? undefined
        : readOwner('owner', request.owner);
    const { services, closure, included } = await this.#index.read(
      this.#request(environment),
      visibility,
    );
    const owning = new Set([
      owner,
      ...closure
        .filter(({ ancestorRef }) => ancestorRef === owner)
        .map(({ descendantRef }) => descendantRef),
    ]);
    const owned = services.ownerSets.map(
      refs => owner === undefined || refs.some(ref => owning.has(ref)),
    );
    return summarize(
      services.rows.filter(
        (_, index) => owned[services.ownerSetOf[index]] && included(index),
      ),
      {
        levels: this.#scorecard.shown?.levels ?? [],
        threshold: this.#scorecard.threshold,
        environment,
      },
    );
  }

  async #teams(
    environment: string | undefined,
    visibility: Visibility,
  ): Promise<TeamScore[]> {
    const { groups, closure, services, included } = await this.#index.read(
      this.#request(checkEnvironment(environment, this.#settings)),
      visibility,
    );
    return rollUpTeams(groups, closure, services, included);
  }

  #request(environment: string) {
    return {
      scorecard: this.#scorecard.name,
      environment,
      filter: this.#scorecard.filter,
    };
  }
}
