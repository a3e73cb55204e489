import {
  EntityRestriction,
  ProjectedEntity,
} from '@maestro-conductor/backend-kit';
import { FilterPredicate } from '@backstage/filter-predicates';
import {
  GateDecision,
  GateDecisionPage,
  Score,
  ScoreHistory,
  ScoreHistoryPoint,
  ScorecardDefinition,
  ScorePage,
} from '@maestro-conductor/plugin-readiness-common';
import { Knex } from 'knex';
import { GroupInGroup, GroupNode } from '../domain/rollUpTeams';
import { ScorecardContent } from '../domain/scorecardContent';
import { DueEntity } from './operations/dueEntities';
import { ScoreListRequest } from './operations/listScores';
import { ServiceForSummary } from './operations/readRollUp';
import { StoredScores } from './operations/readScores';
import { Reconstruction } from './operations/reconstructions';
import { ScoreToSave } from './operations/saveScores';
import { ScoreKey } from './rows';

/** The database, or a transaction on it, as it is handed on by those who do not ask it anything. */
export type StoreHandle = Knex;

/** @see StoreHandle */
export type Transaction = Knex.Transaction;

/** The services of a scorecard in an environment. */
export interface ServicesRequest {
  scorecard: string;
  environment: string;
  filter: FilterPredicate;
}

/**
 * What readiness keeps. Each operation says what it guarantees where it is implemented, in `operations/`. Those that take a
 * transaction belong to a bigger one.
 */
export interface ReadinessStore {
  registerDefinition(
    content: ScorecardContent,
    now: Date,
  ): Promise<ScorecardDefinition>;
  latestDefinition(
    scorecard?: string,
  ): Promise<ScorecardDefinition | undefined>;
  definitionChanges(request: {
    scorecard: string;
    from: Date;
  }): Promise<ScoreHistory['definitionChanges']>;

  transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T>;
  readEntities(entityRefs: string[]): Promise<Map<string, ProjectedEntity>>;
  readScores(keys: readonly ScoreKey[]): Promise<StoredScores>;
  saveScores(tx: Transaction, scores: readonly ScoreToSave[]): Promise<Score[]>;
  removeScores(tx: Transaction, entityRefs: string[]): Promise<void>;
  /** Makes all scores due, without changing what they say. */
  expireScores(tx: Transaction): Promise<void>;
  dueEntities(
    request: ServicesRequest & {
      definitionVersion: number;
      before: Date;
      limit: number;
    },
  ): Promise<DueEntity[]>;
  removeObsoleteScores(request: {
    scorecard: string;
    environments: string[];
    filter: FilterPredicate;
  }): Promise<number>;

  readHistory(key: ScoreKey, from: Date): Promise<ScoreHistoryPoint[]>;
  requestReconstructions(
    tx: Transaction,
    keys: readonly ScoreKey[],
    now: Date,
  ): Promise<void>;
  pendingReconstructions(limit: number): Promise<Reconstruction[]>;
  finishReconstruction(
    tx: Transaction,
    reconstruction: Reconstruction,
    points: readonly ScoreHistoryPoint[],
  ): Promise<boolean>;

  listScores(
    restriction: EntityRestriction,
    request: ScoreListRequest,
  ): Promise<ScorePage>;
  readServices(
    restriction: EntityRestriction,
    request: ServicesRequest,
  ): Promise<ServiceForSummary[]>;
  readGroups(
    restriction: EntityRestriction,
  ): Promise<{ groups: GroupNode[]; closure: GroupInGroup[] }>;

  insertDecision(decision: GateDecision): Promise<void>;
  readDecision(id: string): Promise<GateDecision | undefined>;
  listDecisions(request: {
    entityRef: string;
    environment?: string;
    limit: number;
    cursor?: string;
  }): Promise<GateDecisionPage>;
}
