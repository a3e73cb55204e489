import { Entity } from '@backstage/catalog-model';
import { isError } from '@backstage/errors';
import { FactReading } from '@maestro-conductor/plugin-evidence-common';
import { EntityFactCollector } from '@maestro-conductor/plugin-evidence-node';
import { faultOfCollectedName } from './factNames';

/** What the collectors say about an entity, and what went wrong; a collector's fault leaves the others' facts standing. */
export interface Collection {
  facts: Array<FactReading & { source: string }>;
  faults: string[];
  /** Sources that could not be asked: what they said before still stands. */
  failedSources: string[];
}

/** Asks every collector about an entity. Where two yield the same name, the first one counts. */
export function collectFacts(
  collectors: readonly EntityFactCollector[],
  entity: Entity,
  context: { entityExists(ref: string): boolean },
): Collection {
  const facts = new Map<string, FactReading & { source: string }>();
  const faults: string[] = [];
  const failedSources: string[] = [];
  for (const collector of collectors) {
    const source = `collector:${collector.name}`;
    try {
      for (const reading of collector.collect(entity, context)) {
        const fault = facts.has(reading.name)
          ? 'is yielded by another collector too.'
          : faultOfCollectedName(reading.name);
        if (fault) {
          faults.push(`collector ${collector.name}: ${reading.name} ${fault}`);
        } else {
          facts.set(reading.name, { ...reading, source });
        }
      }
    } catch (error) {
      failedSources.push(source);
      faults.push(
        `collector ${collector.name}: ${
          isError(error) ? error.message : String(error)
        }`,
      );
    }
  }
  return { facts: [...facts.values()], faults, failedSources };
}

/** The refs whose existence the collectors will ask for, lower-case. */
export function referencesOf(
  collectors: readonly EntityFactCollector[],
  entity: Entity,
): string[] {
  const refs = collectors.flatMap(
    collector => collector.references?.(entity) ?? [],
  );
  return [...new Set(refs.map(ref => ref.toLocaleLowerCase('en-US')))].sort();
}
