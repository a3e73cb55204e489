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
import { ServiceRow } from '../domain/ServiceColumns';
import { ScorecardContent } from '../domain/scorecardContent';
import { FacetCounts } from './operations/countFacets';
import { DueEntity, DueRequest } from './operations/dueEntities';
import {
  FindScoresRequest,
  FindScoreTextsRequest,
  FoundScoreTexts,
} from './operations/findScores';
import { ScoreListRequest } from './operations/listScores';
import { ScoreSelection } from './operations/matchingScores';
import { StoreRevision } from './operations/readRevision';
import { StoredScores } from './operations/readScores';
import { Reconstruction } from './operations/reconstructions';
import { SavedScores, ScoreToSave } from './operations/saveScores';
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
  readDefinition(key: {
    scorecard: string;
    version: number;
  }): Promise<ScorecardDefinition | undefined>;
  definitionChanges(request: {
    scorecard: string;
    from: Date;
  }): Promise<ScoreHistory['definitionChanges']>;

  transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T>;
  readEntities(entityRefs: string[]): Promise<Map<string, ProjectedEntity>>;
  readScores(keys: readonly ScoreKey[]): Promise<StoredScores>;
  findScores(
    restriction: EntityRestriction,
    request: FindScoresRequest,
  ): Promise<Map<string, Score>>;
  findScoreTexts(
    restriction: EntityRestriction,
    request: FindScoreTextsRequest,
  ): Promise<FoundScoreTexts>;
  /** Also records which of them fell below their threshold or rose to it, so that owners are told. */
  saveScores(
    tx: Transaction,
    scores: readonly (Omit<ScoreToSave, 'score'> & { score: Score })[],
  ): Promise<SavedScores>;
  /** The same for scores that `writeScore` has written. */
  saveWrittenScores(
    tx: Transaction,
    scores: readonly ScoreToSave[],
  ): Promise<SavedScores>;
  removeScores(tx: Transaction, entityRefs: string[]): Promise<void>;
  /** Forgets the conditions of scores that are no longer kept. Returns how many. */
  forgetObsoleteThresholds(): Promise<number>;
  /** Makes all scores due, without changing what they say. */
  expireScores(tx: Transaction): Promise<void>;
  dueEntities(request: DueRequest): Promise<DueEntity[]>;
  removeObsoleteScores(request: {
    scorecard: string;
    environments: string[];
    filter: FilterPredicate;
  }): Promise<number>;

  readHistory(key: ScoreKey, from: Date): Promise<ScoreHistoryPoint[]>;
  readPointAt(
    key: ScoreKey,
    moment: Date,
  ): Promise<ScoreHistoryPoint | undefined>;
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
  countFacets(
    restriction: EntityRestriction,
    selection: ScoreSelection,
  ): Promise<FacetCounts>;
  readRevision(request: {
    scorecard: string;
    environment: string;
  }): Promise<StoreRevision>;
  readServices(request: ServicesRequest): Promise<ServiceRow[]>;
  readGroups(): Promise<{ groups: GroupNode[]; closure: GroupInGroup[] }>;
  readVisibleRefs(
    restriction: EntityRestriction,
    filter: FilterPredicate,
  ): Promise<string[]>;

  insertDecision(decision: GateDecision): Promise<void>;
  readDecision(id: string): Promise<GateDecision | undefined>;
  listDecisions(request: {
    entityRef: string;
    environment?: string;
    limit: number;
    cursor?: string;
  }): Promise<GateDecisionPage>;
}
