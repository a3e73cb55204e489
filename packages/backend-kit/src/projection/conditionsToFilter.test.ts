import { PermissionRuleParams } from '@backstage/plugin-permission-common';
import { conditionsToFilter } from './conditionsToFilter';

const condition = (rule: string, params?: PermissionRuleParams) => ({
  rule,
  params,
  resourceType: 'catalog-entity',
});

describe('conditionsToFilter', () => {
  it.each([
    [
      condition('HAS_ANNOTATION', { annotation: 'A/b' }),
      { search: { key: 'metadata.annotations.a/b' } },
    ],
    [
      condition('HAS_LABEL', { label: 'L', value: 'V' }),
      { search: { key: 'metadata.labels.l', values: ['v'] } },
    ],
    [
      condition('HAS_METADATA', { key: 'name', value: 'X' }),
      { search: { key: 'metadata.name', values: ['x'] } },
    ],
    [condition('HAS_SPEC', { key: 'Type' }), { search: { key: 'spec.type' } }],
    [
      condition('IS_ENTITY_KIND', { kinds: ['API'] }),
      { search: { key: 'kind', values: ['api'] } },
    ],
    [
      condition('IS_ENTITY_OWNER', { claims: ['user:Default/A'] }),
      { search: { key: 'relations.ownedby', values: ['user:default/a'] } },
    ],
    [
      condition('HAS_TENANT', { tenants: ['acme'] }),
      { tenant: { values: ['acme'] } },
    ],
  ])('%j', (criteria, filter) => {
    expect(conditionsToFilter(criteria)).toEqual({ filter });
    expect(conditionsToFilter({ not: criteria })).toEqual({
      filter: { not: filter },
    });
    expect(conditionsToFilter({ allOf: [criteria] })).toEqual({
      filter: { allOf: [filter] },
    });
    expect(conditionsToFilter({ anyOf: [criteria] })).toEqual({
      filter: { anyOf: [filter] },
    });
  });

  it('names the rules that it cannot decide, and gives no filter then', () => {
    expect(
      conditionsToFilter({
        anyOf: [
          condition('IS_ENTITY_KIND', { kinds: ['api'] }),
          { not: condition('IS_ON_FIRE') },
          condition('HAS_LABEL', { label: 7 }),
          condition('constructor'),
        ],
      }),
    ).toEqual({ unknownRules: ['HAS_LABEL', 'IS_ON_FIRE', 'constructor'] });
  });
});
