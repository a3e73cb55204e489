import { Entity } from '@backstage/catalog-model';
import { FactValue } from '@maestro-conductor/plugin-evidence-common';
import { catalogFactCollector } from './catalogFactCollector';

const gateway: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'gateway',
    namespace: 'default',
    description: 'Routes requests',
    annotations: {
      'backstage.io/techdocs-ref': 'dir:.',
      'maestro-conductor.dev/runbook': 'https://example.com/runbooks/gateway',
      'maestro-conductor.dev/on-call': 'the edge rota',
    },
  },
  spec: {
    type: 'service',
    lifecycle: 'production',
    owner: 'edge-team',
    system: 'edge',
    dependsOn: ['component:default/cache', 'resource:default/db'],
  },
};

const CATALOG = ['group:default/edge-team', 'system:default/edge'];

function collect(entity: Entity, catalog = CATALOG): Record<string, FactValue> {
  const facts = catalogFactCollector.collect(entity, {
    entityExists: ref => catalog.includes(ref),
  });
  return Object.fromEntries(facts.map(({ name, value }) => [name, value]));
}

function gatewayWith(change: {
  kind?: string;
  metadata?: Partial<Entity['metadata']>;
  spec?: Entity['spec'];
}): Entity {
  return {
    ...gateway,
    kind: change.kind ?? gateway.kind,
    metadata: { ...gateway.metadata, ...change.metadata },
    spec: { ...gateway.spec, ...change.spec },
  };
}

describe('catalogFactCollector', () => {
  it('tells everything about a well-described component', () => {
    expect(collect(gateway)).toEqual({
      'catalog.owner.exists': true,
      'catalog.lifecycle': 'production',
      'catalog.system.exists': true,
      'catalog.description.exists': true,
      'catalog.techdocs.exists': true,
      'catalog.runbook.exists': true,
      'catalog.on_call.exists': true,
      'catalog.dependencies': 2,
    });
  });

  it('leaves out what a bare component does not state, and says no to what it lacks', () => {
    const bare: Entity = {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Component',
      metadata: { name: 'bare' },
    };
    expect(collect(bare)).toEqual({
      'catalog.owner.exists': false,
      'catalog.system.exists': false,
      'catalog.description.exists': false,
      'catalog.techdocs.exists': false,
      'catalog.runbook.exists': false,
      'catalog.on_call.exists': false,
    });
    expect(catalogFactCollector.references?.(bare)).toEqual([]);
  });

  it('says no to an owner and a system that are not in the catalog', () => {
    expect(collect(gateway, [])).toMatchObject({
      'catalog.owner.exists': false,
      'catalog.system.exists': false,
    });
  });

  it.each([
    ['edge-team', 'default', 'group:default/edge-team'],
    ['edge-team', 'shops', 'group:shops/edge-team'],
    ['Group:Edge-Team', 'shops', 'group:shops/edge-team'],
    ['user:default/edda.engineer', 'shops', 'user:default/edda.engineer'],
  ])(
    'completes the owner %p in the namespace %p to %p',
    (owner, namespace, ref) => {
      const entity = gatewayWith({
        metadata: { namespace },
        spec: { owner, system: undefined },
      });
      expect(catalogFactCollector.references?.(entity)).toEqual([ref]);
      expect(collect(entity, [ref])['catalog.owner.exists']).toBe(true);
    },
  );

  it.each([':::', 'a:b:c/d/e', '   ', 7])(
    'takes the owner %p for one that does not exist',
    owner => {
      expect(collect(gatewayWith({ spec: { owner } }))).toMatchObject({
        'catalog.owner.exists': false,
      });
    },
  );

  it.each([
    ['pagerduty.com/service-id', 'P000001', true],
    ['opsgenie.com/team', 'edge', true],
    ['maestro-conductor.dev/on-call', ' ', false],
    ['example.com/pagerduty.com/service-id', 'P000001', false],
  ])('takes the annotation %p = %p as on call: %p', (key, value, expected) => {
    const entity = gatewayWith({ metadata: { annotations: { [key]: value } } });
    expect(collect(entity)['catalog.on_call.exists']).toBe(expected);
  });

  it('counts a dependency once, and tells an empty list from none', () => {
    const dependsOn = ['component:default/a', 'component:default/a'];
    expect(collect(gatewayWith({ spec: { dependsOn } }))).toMatchObject({
      'catalog.dependencies': 1,
    });
    expect(collect(gatewayWith({ spec: { dependsOn: [] } }))).toMatchObject({
      'catalog.dependencies': 0,
    });
  });

  it.each(['User', 'Group', 'Location'])('has no facts about a %s', kind => {
    const entity = gatewayWith({ kind });
    expect(collect(entity)).toEqual({});
    expect(catalogFactCollector.references?.(entity)).toEqual([]);
  });

  it('asks a Domain for no system', () => {
    expect(collect(gatewayWith({ kind: 'Domain' }))).not.toHaveProperty([
      'catalog.system.exists',
    ]);
  });
});
