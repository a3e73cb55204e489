import { Entity } from '@backstage/catalog-model';
import {
  FilterPredicate,
  FilterPredicateValue,
} from '@backstage/filter-predicates';
import {
  PermissionCondition,
  PermissionCriteria,
} from '@backstage/plugin-permission-common';
import { JsonValue } from '@backstage/types';
import fc from 'fast-check';

/** Few and awkward, so that entities and conditions often meet: cases, wildcards of SQL, quotes, dots, other scripts. */
const WORDS = [
  'gateway',
  'GateWay',
  'gate%',
  'gate_ay',
  "o'neil",
  'a.b',
  'back\\slash',
  'ÄÖÜ',
  'true',
  '7',
  'x'.repeat(200),
  'x'.repeat(201),
] as const;

const REFS = [
  'group:default/edge-team',
  'group:default/ai-team',
  'user:default/edda.engineer',
] as const;

const word = fc.constantFrom(...WORDS);
const key = fc.constantFrom('type', 'Type', 'tags', 'a.b', 'nested', 'gone');
const ref = fc.constantFrom(...REFS);

const value: fc.Arbitrary<JsonValue> = fc.oneof<fc.Arbitrary<JsonValue>[]>(
  word,
  fc.constantFrom(7, 0.5, true, false, null),
  fc.array(word, { maxLength: 3 }),
  fc.record({ inner: word, 'a.b': word }, { requiredKeys: [] }),
);

const text = fc.dictionary(key, word, { maxKeys: 3 });

/** @internal */
export const arbitraryEntity: fc.Arbitrary<Entity> = fc
  .record({
    kind: fc.constantFrom('Component', 'API', 'component'),
    name: fc.constantFrom('gateway', 'Router', 'ledger', 'gate-1', 'x_y'),
    namespace: fc.constantFrom(undefined, 'default', 'Other'),
    annotations: fc.option(text, { nil: undefined }),
    tenant: fc.constantFrom(undefined, 'acme'),
    labels: fc.option(text, { nil: undefined }),
    tags: fc.option(fc.array(word, { maxLength: 2 }), { nil: undefined }),
    spec: fc.option(fc.dictionary(key, value, { maxKeys: 3 }), {
      nil: undefined,
    }),
    owners: fc.uniqueArray(ref),
  })
  .map(made => ({
    apiVersion: 'backstage.io/v1alpha1',
    kind: made.kind,
    metadata: {
      name: made.name,
      namespace: made.namespace,
      annotations: made.tenant
        ? { ...made.annotations, 'maestro-conductor.dev/tenant': made.tenant }
        : made.annotations,
      labels: made.labels,
      tags: made.tags,
    },
    spec: made.spec,
    relations: made.owners.map(targetRef => ({ type: 'ownedBy', targetRef })),
  }));

const condition: fc.Arbitrary<PermissionCondition> = fc
  .oneof(
    fc.record({
      rule: fc.constantFrom('HAS_METADATA', 'HAS_SPEC'),
      params: fc.record(
        {
          key: fc.constantFrom(
            'name',
            'namespace',
            'type',
            'TAGS',
            'tags.gateway',
            'nested.inner',
            'nested.a.b',
            'a.b',
          ),
          value: word,
        },
        { requiredKeys: ['key'] },
      ),
    }),
    fc.record({
      rule: fc.constant('HAS_ANNOTATION'),
      params: fc.record(
        { annotation: key, value: word },
        { requiredKeys: ['annotation'] },
      ),
    }),
    fc.record({
      rule: fc.constant('HAS_LABEL'),
      params: fc.record(
        { label: key, value: word },
        { requiredKeys: ['label'] },
      ),
    }),
    fc.record({
      rule: fc.constant('IS_ENTITY_KIND'),
      params: fc.record({
        kinds: fc.array(fc.constantFrom('component', 'API', 'group'), {
          maxLength: 2,
        }),
      }),
    }),
    fc.record({
      rule: fc.constant('IS_ENTITY_OWNER'),
      params: fc.record({ claims: fc.array(ref, { maxLength: 2 }) }),
    }),
    fc.record({
      rule: fc.constant('HAS_TENANT'),
      params: fc.record({
        tenants: fc.array(fc.constantFrom('acme', 'default'), { maxLength: 2 }),
      }),
    }),
  )
  .map(made => ({ ...made, resourceType: 'test-entity' }));

/** @internal */
export const arbitraryConditions: fc.Arbitrary<
  PermissionCriteria<PermissionCondition>
> = fc.letrec<{ criteria: PermissionCriteria<PermissionCondition> }>(tie => ({
  criteria: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    condition,
    fc.record({ not: tie('criteria') }),
    fc
      .array(tie('criteria'), { maxLength: 3 })
      .map(allOf => ({ allOf } as PermissionCriteria<PermissionCondition>)),
    fc
      .array(tie('criteria'), { maxLength: 3 })
      .map(anyOf => ({ anyOf } as PermissionCriteria<PermissionCondition>)),
  ),
})).criteria;

const path = fc.constantFrom(
  'kind',
  'metadata.name',
  'metadata.namespace',
  'spec.type',
  'metadata.tags',
  'spec.a.b',
  'spec.nested.inner',
  'metadata.labels.type',
);

const primitive = fc.oneof(word, fc.constantFrom(7, true));

const fieldCondition: fc.Arbitrary<FilterPredicateValue> = fc.oneof(
  primitive,
  fc.record({ $exists: fc.boolean() }),
  fc.record({ $in: fc.array(primitive, { maxLength: 3 }) }),
  fc.record({
    $hasPrefix: fc.constantFrom('g', 'GATE', 'gate%', 'gate_', '\\'),
  }),
  fc.record({ $contains: primitive }),
);

/** @internal */
export const arbitraryPredicate: fc.Arbitrary<FilterPredicate> = fc.letrec<{
  predicate: FilterPredicate;
}>(tie => ({
  predicate: fc.oneof(
    { maxDepth: 3 },
    fc.dictionary(path, fieldCondition, {
      maxKeys: 2,
    }) as fc.Arbitrary<FilterPredicate>,
    fc.record({ $not: tie('predicate') }),
    fc.record({ $all: fc.array(tie('predicate'), { maxLength: 3 }) }),
    fc.record({ $any: fc.array(tie('predicate'), { maxLength: 3 }) }),
  ),
})).predicate;
