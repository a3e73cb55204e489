import { Entity } from '@backstage/catalog-model';
import { FactReading } from '@maestro-conductor/plugin-evidence-common';
import { EntityFactCollector } from '@maestro-conductor/plugin-evidence-node';
import { hasOnCall, hasRunbook, hasTechDocs } from './annotations';
import { referenceIn } from './references';

/** Kinds that are no subject of readiness: people, and places where descriptions are. */
const WITHOUT_FACTS = ['user', 'group', 'location'];

/** Kinds whose `spec.system` means something in the catalog's model. */
const IN_SYSTEMS = ['component', 'api', 'resource'];

function kindOf(entity: Entity): string {
  return entity.kind.toLocaleLowerCase('en-US');
}

function yesOrNo(name: string, value: boolean): FactReading {
  return { name, type: 'boolean', value };
}

/** No fact where the entity states no lifecycle. */
function lifecycle({ spec }: Entity): FactReading[] {
  const value = typeof spec?.lifecycle === 'string' && spec.lifecycle.trim();
  return value ? [{ name: 'catalog.lifecycle', type: 'string', value }] : [];
}

/** No fact where nobody declared dependencies; an empty list declares that there are none. */
function dependencies({ spec }: Entity): FactReading[] {
  if (!Array.isArray(spec?.dependsOn)) return [];
  const value = new Set(spec.dependsOn).size;
  return [
    { name: 'catalog.dependencies', type: 'number', value, unit: 'count' },
  ];
}

/**
 * Facts from the description of an entity in the catalog. `catalog.owner.exists` and `catalog.system.exists` are true
 * only where the entity referred to is itself in the catalog.
 *
 * @internal
 */
export const catalogFactCollector: EntityFactCollector = {
  name: 'catalog',

  references(entity) {
    if (WITHOUT_FACTS.includes(kindOf(entity))) return [];
    const fields = IN_SYSTEMS.includes(kindOf(entity))
      ? (['owner', 'system'] as const)
      : (['owner'] as const);
    return fields
      .map(field => referenceIn(entity, field))
      .filter(ref => ref !== undefined);
  },

  collect(entity, { entityExists }) {
    if (WITHOUT_FACTS.includes(kindOf(entity))) return [];
    const exists = (field: 'owner' | 'system') => {
      const ref = referenceIn(entity, field);
      return ref !== undefined && entityExists(ref);
    };
    return [
      yesOrNo('catalog.owner.exists', exists('owner')),
      ...lifecycle(entity),
      ...(IN_SYSTEMS.includes(kindOf(entity))
        ? [yesOrNo('catalog.system.exists', exists('system'))]
        : []),
      yesOrNo(
        'catalog.description.exists',
        Boolean(entity.metadata.description?.trim()),
      ),
      yesOrNo('catalog.techdocs.exists', hasTechDocs(entity)),
      yesOrNo('catalog.runbook.exists', hasRunbook(entity)),
      yesOrNo('catalog.on_call.exists', hasOnCall(entity)),
      ...dependencies(entity),
    ];
  },
};
