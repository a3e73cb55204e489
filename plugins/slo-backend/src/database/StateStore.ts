import {
  BurnEpisode,
  ObjectiveState,
  TrendPoint,
} from '@maestro-conductor/plugin-slo-common';
import { ObjectiveDefinition } from '@maestro-conductor/slo-engine';
import { BurnChanges, OpenBurn } from '../domain/burnChanges';
import { PushTarget } from '../domain/findTarget';

/** An objective with what its evaluation needs. */
export interface Subject {
  id: string;
  tenant: string;
  entityRef: string;
  environment: string;
  title: string;
  definition: ObjectiveDefinition;
  /** Of the samples, 0 where there are none. */
  samples: number;
  firstMinute?: number;
  lastMinute?: number;
  readUntil?: number;
  /** Absent before the first evaluation. */
  previous?: { state: ObjectiveState; revision: number };
  openBurns: OpenBurn[];
}

/** What an evaluation found. */
export interface EvaluatedSubject {
  subject: Subject;
  state: ObjectiveState;
  trend: TrendPoint[];
  burns: BurnChanges;
}

/** Objectives of one entity and environment, with what facts say of them. */
export interface EntityStates {
  tenant: string;
  entityRef: string;
  environment: string;
  states: { id: string; status: string; state: ObjectiveState }[];
}

/** Days of an entity and environment of which facts are to be written afterwards. */
export interface PastDays {
  entityRef: string;
  environment: string;
  /** The first, since 1970. */
  fromDay: number;
  /** The day of the first evaluation: from it on facts were written at their time. */
  toDay: number;
  /** Ids of the objectives, with when their samples changed. */
  heads: { id: string; changedAt: Date }[];
}

/** Which entities to tell facts of: a status changed, or they were last told before a moment. */
export interface DueFacts {
  toldBefore: Date;
  /**
   * An entity waits while one of its objectives was evaluated for the first time after this, and has no samples yet or has had some of past
   * days since `settledBefore`: a month that is half loaded is not how the service fares.
   */
  newSince: Date;
  settledBefore: Date;
  /** Most entities of an answer. */
  limit: number;
}

/** How objectives fare, their burns, and what facts are to be told of them. */
export interface StateStore {
  /** Ids of declared objectives that were never evaluated, not since a moment, or not with their newest samples or definition. In order. */
  dueObjectives(evaluatedBefore: Date): Promise<string[]>;

  /** Those that are still declared, by what their evaluation needs. */
  readSubjects(ids: readonly string[]): Promise<Subject[]>;

  /** Declared objectives of an entity in an environment. */
  findTargets(entityRef: string, environment: string): Promise<PushTarget[]>;

  /** Every declared objective, in the order of ids. */
  listIds(request: { after?: string; limit: number }): Promise<string[]>;

  /**
   * Keeps states with their burns and what people are to be told of them, in one transaction. What another replica evaluated meanwhile is
   * left as it is.
   *
   * @returns how many were kept
   */
  saveStates(
    evaluated: readonly EvaluatedSubject[],
    now: Date,
  ): Promise<number>;

  /** Forgets the states of what is no longer declared, ends its burns, and lets nobody hear of them. @returns how many */
  removeUndeclared(now: Date): Promise<number>;

  /** Burns of an objective that go on or ended since a moment, newest first. */
  readBurns(
    objectiveId: string,
    options: { since: Date; limit: number },
  ): Promise<BurnEpisode[]>;

  /** Entities whose facts are to be told. */
  dueFacts(request: DueFacts): Promise<EntityStates[]>;

  /** Facts were told of states; those whose status changed meanwhile stay due. */
  factsTold(told: readonly EntityStates[], now: Date): Promise<void>;

  /** Entities with samples of days before their first evaluation, unchanged since a moment. */
  pastDays(settledBefore: Date, limit: number): Promise<PastDays[]>;

  /** Facts of past days were told; what changed meanwhile stays due. */
  pastTold(told: PastDays): Promise<void>;
}
