import {
  groupNotices,
  ProjectedEntity,
  Transition,
  TransitionNotice,
} from '@maestro-conductor/backend-kit';
import { ReadinessStore } from '../database/ReadinessStore';
import { describeMany, describeOne } from '../domain/belowThreshold';

/** Makes messages to the owners of what fell below its threshold, or rose to it again. */
export class ThresholdNotices {
  readonly #store: Pick<ReadinessStore, 'readEntities'>;

  constructor(options: { store: Pick<ReadinessStore, 'readEntities'> }) {
    this.#store = options.store;
  }

  /** Who is told what. An entity without an owner is nobody's. */
  async compose(transitions: Transition[]): Promise<TransitionNotice[]> {
    const entities = await this.#store.readEntities(
      transitions.map(({ entityRef }) => entityRef),
    );
    const titles = new Map(
      [...entities].map(([ref, { title }]: [string, ProjectedEntity]) => [
        ref,
        title,
      ]),
    );
    return groupNotices(transitions, {
      ownerOf: ({ entityRef }) => entities.get(entityRef)?.ownerRef,
      one: transition => describeOne(transition, titles),
      many: (ownerRef, group) => describeMany(ownerRef, group, titles),
    });
  }
}
