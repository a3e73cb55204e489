import { createExtensionPoint } from '@backstage/backend-plugin-api';
import { Entity } from '@backstage/catalog-model';
import {
  EvidenceReader,
  FactReading,
} from '@maestro-conductor/plugin-evidence-common';

/**
 * Derives facts from a catalog entity. Pure; time and environment are not its business.
 *
 * @public
 */
export interface EntityFactCollector {
  /** For example `catalog`; shown as the source of the fact: `collector:catalog`. */
  name: string;
  collect(
    entity: Entity,
    context: { entityExists(ref: string): boolean },
  ): FactReading[];
  /** Refs whose existence `collect` asks for, so that they can be looked up in bulk. */
  references?(entity: Entity): string[];
}

/** @public */
export interface EvidenceExtensionPoint {
  addReader(...readers: EvidenceReader[]): void;
  addEntityFactCollector(...collectors: EntityFactCollector[]): void;
}

/** @public */
export const evidenceExtensionPoint =
  createExtensionPoint<EvidenceExtensionPoint>({ id: 'evidence.extensions' });
