import { Transition } from '@maestro-conductor/backend-kit';
import {
  byName,
  component,
  excellentFacts,
  fact,
  GATEWAY,
  NOW,
  PRS,
} from '../__testUtils__/samples';
import { belowThreshold, describeMany, describeOne } from './belowThreshold';
import { evaluateScorecard } from './evaluateScorecard';

const score = (...changed: ReturnType<typeof fact>[]) =>
  evaluateScorecard({
    definition: PRS,
    tenant: 'default',
    entityRef: GATEWAY,
    environment: 'production',
    entity: component('gateway'),
    facts: byName([...excellentFacts(), ...changed]),
    now: NOW,
  });

const transition = (
  condition: ReturnType<typeof belowThreshold>,
): Transition => ({
  ...condition,
  id: 'readiness:below-threshold:component:default/gateway:production',
  since: NOW,
  revision: 1,
  attempts: 0,
});

const OWNER = 'group:default/edge-team';
const named = (title: string) => new Map([[GATEWAY, title]]);

describe('what an owner is told', () => {
  it('names the fall, the dimension that cost most and the next step', () => {
    const fallen = transition(
      belowThreshold(score(fact('slo.adherence', 0.2)), false),
    );
    expect(describeOne(fallen, named('Gateway'))).toEqual({
      title: 'Gateway fell below its readiness threshold: 0.80 of 0.90',
      description: expect.stringMatching(
        /^In production\. Service level objectives cost most: .+ Next: .+/,
      ),
      link: '/catalog/default/component/gateway/readiness?environment=production',
      severity: 'high',
      topic: 'Readiness',
    });
  });

  it('names the way back in one sentence', () => {
    const risen = transition(belowThreshold(score(), true));
    expect(describeOne(risen, new Map())).toMatchObject({
      title: 'gateway is ready again: 1.00 of 0.90',
      description: 'In production.',
      severity: 'low',
    });
  });

  it('says that there is no score any more', () => {
    const { score: _, ...none } = score();
    expect(
      describeOne(transition(belowThreshold(none, false)), new Map()).title,
    ).toBe('gateway fell below its readiness threshold: no score any more');
  });

  it('lets nobody put markup or links into a message', () => {
    const hostile = named('[Win](https://evil.example) <b>now</b>\n*!*');
    const fallen = transition(belowThreshold(score(), false));
    const { title } = describeOne(fallen, hostile);
    expect(title).not.toMatch(/[[\]<>*\n]|:\/\/|evil\.example/);
    expect(describeMany(OWNER, [fallen], hostile).description).not.toMatch(
      /[[\]<>*\n]|:\/\/|evil\.example/,
    );
  });

  it('lists five names of many and counts the others', () => {
    const many = Array.from({ length: 7 }, (_, i) => ({
      ...transition(belowThreshold(score(), false)),
      entityRef: `component:default/s${i}`,
    }));
    expect(describeMany(OWNER, many, new Map())).toMatchObject({
      title: '7 services fell below their readiness threshold',
      description: 'In production: s0, s1, s2, s3, s4 and 2 more.',
      link: '/readiness?environment=production&owner=group%3Adefault%2Fedge-team&view=services',
    });
  });
});
