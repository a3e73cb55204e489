import {
  Entity,
  parseEntityRef,
  RELATION_CHILD_OF,
  RELATION_OWNED_BY,
  RELATION_PARENT_OF,
  RELATION_PART_OF,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { tenantOf } from '../lib/tenantOf';
import { buildSearchRows, SearchRow } from './buildSearchRows';
import { GroupEdge, ProjectedEntity } from './types';

/** Characters, as wide as the columns. What is longer can be the ref of no entity that the catalog keeps. */
const MAX_REF_LENGTH = 255;

/**
 * Everything that a projection keeps of one entity.
 *
 * @internal
 */
export interface EntityProjection {
  projected: ProjectedEntity;
  search: SearchRow[];
  ownerRefs: string[];
  groupEdges: GroupEdge[];
}

/**
 * Derives what is kept of an entity. Relations count where there are any, else what the spec says.
 *
 * @internal
 */
export function projectEntity(entity: Entity): EntityProjection {
  const entityRef = stringifyEntityRef(entity);
  const { kind, namespace } = parseEntityRef(entityRef);
  const ownerRefs = ownersOf(entity);
  return {
    projected: {
      entityRef,
      tenant: tenantOf(entity),
      kind,
      namespace,
      name: entity.metadata.name,
      title: entity.metadata.title || entity.metadata.name,
      type: specText(entity, 'type'),
      lifecycle: specText(entity, 'lifecycle'),
      ownerRef: ownerRefs[0],
      systemRef: systemOf(entity),
      etag: entity.metadata.etag ?? '',
      entity: withoutDefinition(entity),
    },
    search: buildSearchRows(entity),
    ownerRefs,
    groupEdges: kind === 'group' ? groupEdgesOf(entity, entityRef) : [],
  };
}

function ownersOf(entity: Entity): string[] {
  const related = relationTargets(entity, RELATION_OWNED_BY);
  return related.length > 0 ? related : specRefs(entity, 'owner', 'group');
}

function systemOf(entity: Entity): string | undefined {
  return (
    relationTargets(entity, RELATION_PART_OF).find(ref =>
      ref.startsWith('system:'),
    ) ?? specRefs(entity, 'system', 'system')[0]
  );
}

function groupEdgesOf(entity: Entity, entityRef: string): GroupEdge[] {
  const parents = [
    ...relationTargets(entity, RELATION_CHILD_OF),
    ...specRefs(entity, 'parent', 'group'),
  ];
  const children = [
    ...relationTargets(entity, RELATION_PARENT_OF),
    ...specRefs(entity, 'children', 'group'),
  ];
  return [
    ...[...new Set(parents)].map(parentRef => ({
      childRef: entityRef,
      parentRef,
    })),
    ...[...new Set(children)].map(childRef => ({
      childRef,
      parentRef: entityRef,
    })),
  ];
}

function relationTargets(entity: Entity, type: string): string[] {
  const targets = (entity.relations ?? [])
    .filter(relation => relation.type === type)
    .map(relation => relation.targetRef.toLocaleLowerCase('en-US'))
    .filter(ref => ref.length <= MAX_REF_LENGTH);
  return [...new Set(targets)];
}

function specText(entity: Entity, key: string): string | undefined {
  const value = entity.spec?.[key];
  return typeof value === 'string' && value ? value : undefined;
}

function specRefs(entity: Entity, key: string, defaultKind: string): string[] {
  const value = entity.spec?.[key];
  const texts = Array.isArray(value) ? value : [value];
  const refs = texts.flatMap(text => {
    if (typeof text !== 'string' || !text) {
      return [];
    }
    try {
      const ref = stringifyEntityRef(
        parseEntityRef(text, {
          defaultKind,
          defaultNamespace: entity.metadata.namespace,
        }),
      );
      return ref.length <= MAX_REF_LENGTH ? [ref] : [];
    } catch {
      // The spec is the author's text. What is no reference points at nothing.
      return [];
    }
  });
  return [...new Set(refs)];
}

function withoutDefinition(entity: Entity): Entity {
  if (entity.spec?.definition === undefined) {
    return entity;
  }
  const { definition: _, ...spec } = entity.spec;
  return { ...entity, spec };
}
