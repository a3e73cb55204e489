import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { EntityRestriction } from '@maestro-conductor/backend-kit';
import {
  DocumentPage,
  ObjectiveDetail,
  ObjectiveItem,
  ObjectivePage,
  ObjectiveQueryOptions,
  ObjectiveSeries,
  PushedSeries,
  PushSamplesResult,
  TeamBoardPage,
} from '@maestro-conductor/plugin-slo-common';

/** On whose behalf a method is called. */
export interface SloCallOptions {
  credentials: BackstageCredentials;
}

/** What a reader may see. */
export interface Visibility {
  /** Entities of which they may see objectives. */
  services: EntityRestriction;
  /** Groups that may be named to them. */
  groups: EntityRestriction;
}

/** Which charts. */
export interface SeriesOptions {
  id: string;
  /** ISO 8601; the window where absent. */
  from?: string;
  to?: string;
  /** 2 to 500, by default 300. */
  points?: number;
}

/** Which groups. */
export interface TeamsOptions {
  /** In title or name. */
  text?: string;
  /** 1 to 200, by default 50. */
  limit?: number;
  cursor?: string;
}

/** Which documents. */
export interface DocumentsOptions {
  /** Only those with a problem or an error. */
  problems?: boolean;
  /** 1 to 200, by default 50. */
  limit?: number;
  cursor?: string;
}

/** Everything that can be asked of slo. Throws InputError naming the field, NotFoundError with near names. */
export interface SloService {
  /** A page of a board, most urgent first where no order is given. */
  listObjectives(
    request: ObjectiveQueryOptions,
    options: SloCallOptions,
  ): Promise<ObjectivePage>;

  /** All objectives of 1 to 100 entities, most urgent first, at most 2,000. Entities that are unknown, or not for the reader's eyes, have none. */
  getByEntities(
    request: { entityRefs: string[]; environment?: string },
    options: SloCallOptions,
  ): Promise<{ items: ObjectiveItem[] }>;

  getObjective(id: string, options: SloCallOptions): Promise<ObjectiveDetail>;

  getSeries(
    request: SeriesOptions,
    options: SloCallOptions,
  ): Promise<ObjectiveSeries>;

  /** Groups that own objectives, most urgent first; then what no group owns. */
  listTeams(
    request: TeamsOptions,
    options: SloCallOptions,
  ): Promise<TeamBoardPage>;

  /** What became of each series of a push, in their order. */
  pushSamples(
    request: { items: PushedSeries[] },
    options: SloCallOptions,
  ): Promise<{ items: PushSamplesResult[] }>;

  /** Where objectives are declared, with what is wrong there. */
  listDocuments(
    request: DocumentsOptions,
    options: SloCallOptions,
  ): Promise<DocumentPage>;
}
