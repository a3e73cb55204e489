import {
  EntityDirectory,
  groupNotices,
  Transition,
  TransitionNotice,
} from '@maestro-conductor/backend-kit';
import { describeBurn, describeBurns } from '../domain/describeBurn';

/** Makes messages to the owners of objectives that began to burn, or ended. */
export class BurnNotices {
  readonly #entities: Pick<EntityDirectory, 'get'>;

  constructor(options: { entities: Pick<EntityDirectory, 'get'> }) {
    this.#entities = options.entities;
  }

  /** Who is told what. An entity without an owner is nobody's. */
  async compose(transitions: Transition[]): Promise<TransitionNotice[]> {
    const refs = [...new Set(transitions.map(({ entityRef }) => entityRef))];
    const entities = await this.#entities.get(refs);
    const titles = new Map(
      [...entities].map(([ref, { title }]) => [ref, title]),
    );
    return groupNotices(transitions, {
      ownerOf: ({ entityRef }) => entities.get(entityRef)?.ownerRef,
      // The key names the objective; what pages comes apart from what does not.
      keyOf: ({ detail }) => String(detail.severity),
      one: transition => describeBurn(transition, titles),
      many: (ownerRef, group) => describeBurns(ownerRef, group),
    });
  }
}
