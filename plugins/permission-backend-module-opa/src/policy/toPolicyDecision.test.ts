import {
  AuthorizeResult,
  createPermission,
} from '@backstage/plugin-permission-common';
import { PolicyOutput } from './parsePolicyOutput';
import { toPolicyDecision } from './toPolicyDecision';

function owned(resourceType: string): PolicyOutput {
  return {
    effect: 'conditional',
    anyOf: [
      {
        resourceType,
        rule: 'IS_ENTITY_OWNER',
        params: { claims: ['group:default/edge-team'] },
      },
    ],
    reason: 'Owners.',
  };
}

function permissionFor(resourceType: string) {
  return createPermission({
    name: 'sample.thing.read',
    attributes: { action: 'read' },
    resourceType,
  });
}

const basic = createPermission({
  name: 'sample.thing.read',
  attributes: { action: 'read' },
});

describe('toPolicyDecision', () => {
  it.each([
    ['allow', AuthorizeResult.ALLOW],
    ['deny', AuthorizeResult.DENY],
  ] as const)('turns %s into a definitive decision', (effect, result) => {
    expect(toPolicyDecision(basic, { effect, reason: 'x' })).toEqual({
      result,
    });
  });

  it.each([
    ['catalog-entity', 'catalog'],
    ['evidence-entity', 'evidence'],
    ['readiness-entity', 'readiness'],
    ['scaffolder-task', 'scaffolder'],
  ])('sends conditions about %s to %s', (resourceType, pluginId) => {
    expect(
      toPolicyDecision(permissionFor(resourceType), owned(resourceType)),
    ).toEqual({
      result: AuthorizeResult.CONDITIONAL,
      pluginId,
      resourceType,
      conditions: {
        anyOf: [
          {
            resourceType,
            rule: 'IS_ENTITY_OWNER',
            params: { claims: ['group:default/edge-team'] },
          },
        ],
      },
    });
  });

  it.each([
    [basic, owned('catalog-entity'), 'need a permission with a resource'],
    [
      permissionFor('evidence-entity'),
      owned('catalog-entity'),
      'must be about "evidence-entity", not "catalog-entity"',
    ],
    [
      permissionFor('weather-station'),
      owned('weather-station'),
      'need a resource type named <plugin>-entity or <plugin>-task, not "weather-station"',
    ],
  ])(
    'refuses conditions that cannot be applied',
    (permission, output, text) => {
      expect(() => toPolicyDecision(permission, output)).toThrow(text);
    },
  );
});
