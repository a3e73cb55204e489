import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import {
  CatalogProjection,
  CatalogWatcher,
  FeedConsumerOptions,
  tenantOf,
} from '@maestro-conductor/backend-kit';
import {
  Change,
  EvidenceChangeType,
} from '@maestro-conductor/plugin-evidence-common';
import { Score } from '@maestro-conductor/plugin-readiness-common';
import { ReadinessStore, Transaction } from '../database/ReadinessStore';
import { ScoreKey } from '../database/rows';
import { EvaluatedEntity } from '../domain/evaluateEntities';
import { Scorecard } from './Scorecard';
import { ScoreEvaluator } from './ScoreEvaluator';

type EvidenceChange = Change<EvidenceChangeType>;

/** What a page of changes comes to, before it takes effect. */
export interface PreparedChanges {
  entities: Entity[];
  deleted: string[];
  scores: Score[];
  /** Entities that the scorecard is not for, or no longer. */
  unscored: string[];
  /** Scores for which evidence of earlier days came in. */
  backdated: ScoreKey[];
}

const ENTITY_CHANGES: EvidenceChangeType[] = [
  'entity-created',
  'entity-changed',
  'entity-deleted',
];

/** Follows the change feed of evidence: the catalog's entities into the projection, new facts into scores. */
export class FactFollower
  implements
    Pick<
      FeedConsumerOptions<EvidenceChange, PreparedChanges>,
      'prepare' | 'apply'
    >
{
  readonly #store: ReadinessStore;
  readonly #projection: CatalogProjection;
  readonly #watcher: CatalogWatcher;
  readonly #evaluator: ScoreEvaluator;
  readonly #scorecard: Scorecard;
  readonly #environments: string[];
  readonly #now: () => Date;

  constructor(options: {
    store: ReadinessStore;
    projection: CatalogProjection;
    watcher: CatalogWatcher;
    evaluator: ScoreEvaluator;
    scorecard: Scorecard;
    environments: string[];
    now(): Date;
  }) {
    this.#store = options.store;
    this.#projection = options.projection;
    this.#watcher = options.watcher;
    this.#evaluator = options.evaluator;
    this.#scorecard = options.scorecard;
    this.#environments = options.environments;
    this.#now = options.now;
  }

  /** Reads and computes. What the catalog says now counts, whatever the change was called: it may be told late. */
  async prepare(changes: EvidenceChange[]): Promise<PreparedChanges> {
    const ofEntities = changes.filter(c => ENTITY_CHANGES.includes(c.type));
    const ofFacts = changes.filter(
      c => c.type === 'facts' || c.type === 'facts-backdated',
    );
    const announced = new Set(ofEntities.map(c => c.entityRef));
    const kept = await this.#store.readEntities(
      ofFacts.map(c => c.entityRef).filter(ref => !announced.has(ref)),
    );
    const unknown = ofFacts
      .map(c => c.entityRef)
      .filter(ref => !announced.has(ref) && !kept.has(ref));
    const asked = [...announced, ...new Set(unknown)];
    const entities = await this.#watcher.load(asked);
    const loaded = new Map(
      entities.map(entity => [stringifyEntityRef(entity), entity]),
    );

    const living = new Map<string, EvaluatedEntity>();
    for (const [entityRef, entity] of loaded) {
      living.set(entityRef, { entityRef, entity, tenant: tenantOf(entity) });
    }
    for (const [entityRef, projected] of kept) {
      if (!projected.deletedAt) living.set(entityRef, projected);
    }
    const scored = [...living.values()].filter(({ entity }) =>
      this.#scorecard.isFor(entity),
    );
    const scoredRefs = new Set(scored.map(({ entityRef }) => entityRef));

    return {
      entities,
      deleted: asked.filter(ref => !loaded.has(ref)),
      unscored: [...living.keys()].filter(ref => !scoredRefs.has(ref)),
      scores: await this.#evaluate(scored, ofFacts, announced),
      backdated: this.#backdated(scored, ofFacts),
    };
  }

  async #evaluate(
    scored: EvaluatedEntity[],
    ofFacts: EvidenceChange[],
    announced: Set<string>,
  ): Promise<Score[]> {
    const { definition } = this.#scorecard;
    if (!definition) return [];
    const scores: Score[] = [];
    for (const environment of this.#environments) {
      const touched = new Set([
        ...announced,
        ...ofFacts
          .filter(c => c.ref === '' || c.ref === environment)
          .map(c => c.entityRef),
      ]);
      scores.push(
        ...(await this.#evaluator.evaluate(
          definition,
          environment,
          scored.filter(({ entityRef }) => touched.has(entityRef)),
        )),
      );
    }
    return scores;
  }

  #backdated(scored: EvaluatedEntity[], ofFacts: EvidenceChange[]): ScoreKey[] {
    return scored.flatMap(({ tenant, entityRef }) =>
      this.#environments
        .filter(environment =>
          ofFacts.some(
            c =>
              c.type === 'facts-backdated' &&
              c.entityRef === entityRef &&
              (c.ref === '' || c.ref === environment),
          ),
        )
        .map(environment => ({
          tenant,
          scorecard: this.#scorecard.name,
          entityRef,
          environment,
        })),
    );
  }

  /** Writes, in the transaction that moves the cursor. */
  async apply(tx: Transaction, prepared: PreparedChanges): Promise<void> {
    const { entities, deleted, unscored, scores, backdated } = prepared;
    const now = this.#now();
    await this.#projection.upsert(tx, entities);
    await this.#projection.remove(tx, deleted, now);
    const ofGroups =
      entities.some(entity => entity.kind.toLowerCase() === 'group') ||
      deleted.some(ref => ref.startsWith('group:'));
    if (ofGroups) await this.#projection.rebuildGroupClosure(tx);
    await this.#store.removeScores(tx, [...deleted, ...unscored]);
    const { first } = await this.#store.saveScores(
      tx,
      scores.map(score => ({ score })),
    );
    await this.#store.requestReconstructions(tx, [...first, ...backdated], now);
  }
}
