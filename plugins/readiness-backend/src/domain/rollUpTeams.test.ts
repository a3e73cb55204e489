import fc from 'fast-check';
import { GroupInGroup, GroupNode, rollUpTeams, treeOrder } from './rollUpTeams';
import { ServiceColumns } from './ServiceColumns';
import { ServiceValues } from './serviceValues';

const ref = (name: string) => `group:default/${name}`;
const node = (name: string, parent?: string): GroupNode => ({
  groupRef: ref(name),
  title: name,
  ...(parent && { parentRef: ref(parent) }),
});
const service = (name: string, owners: string[], score?: number) => ({
  entityRef: `component:default/${name}`,
  ownerRefs: owners.map(ref),
  ready: score !== undefined && score >= 0.9,
  ...(score !== undefined && {
    score,
    values: {
      coverage: ['partial', score],
      slo: ['no-data', 0],
      chaos: ['not-applicable', 0],
    } satisfies ServiceValues,
  }),
});

/** Which lies in which, by walking up; stops where it has been. */
function closureOf(groups: GroupNode[]): GroupInGroup[] {
  const parents = new Map(groups.map(g => [g.groupRef, g.parentRef]));
  return groups.flatMap(({ groupRef }) => {
    const above: string[] = [];
    let next: string | undefined = groupRef;
    while (next && !above.includes(next)) {
      above.push(next);
      next = parents.get(next);
    }
    return above.map(ancestorRef => ({ ancestorRef, descendantRef: groupRef }));
  });
}

describe('rollUpTeams', () => {
  const groups = [
    node('intelgraph'),
    node('platform', 'intelgraph'),
    node('edge-team', 'platform'),
    node('trust-team', 'platform'),
    node('ai-team', 'intelgraph'),
  ];
  const services = new ServiceColumns([
    service('gateway', ['edge-team'], 0.95),
    service('policy-reasoner', ['trust-team'], 0.5),
    service('provenance-ledger', ['trust-team']),
    service('llm-router', ['ai-team'], 0.25),
    service('shared-library', ['platform', 'edge-team'], 0.3),
    service('stray', ['nobody'], 1),
    service('orphan', []),
  ]);
  const teams = rollUpTeams(groups, closureOf(groups), services);
  const team = (name: string) => teams.find(t => t.groupRef === ref(name))!;

  it('is in depth-first order', () => {
    expect(teams.map(t => `${'-'.repeat(t.depth)}${t.title}`)).toEqual([
      'intelgraph',
      '-ai-team',
      '-platform',
      '--edge-team',
      '--trust-team',
      'No owner',
    ]);
  });

  it("counts a group's own services and those below it, each once", () => {
    expect(team('edge-team')).toMatchObject({ services: 2, ready: 1 });
    expect(team('platform')).toMatchObject({
      services: 4,
      scored: 3,
      ready: 1,
    });
    expect(team('platform').score).toBeCloseTo((0.95 + 0.5 + 0.3) / 3, 12);
    expect(team('intelgraph')).toMatchObject({ services: 5, scored: 4 });
  });

  it('never takes missing data for 0', () => {
    expect(team('trust-team')).toMatchObject({
      services: 2,
      scored: 1,
      score: 0.5,
      dimensions: { coverage: { value: 0.5, noData: 0 }, slo: { noData: 1 } },
    });
    expect(team('trust-team').dimensions.slo).not.toHaveProperty('value');
    expect(team('trust-team').dimensions).not.toHaveProperty('chaos');
    const [empty] = rollUpTeams([node('empty')], [], new ServiceColumns([]));
    expect(empty).not.toHaveProperty('score');
  });

  it('puts what none of the groups owns into a row of its own, so that totals add up', () => {
    expect(teams.at(-1)).toMatchObject({
      groupRef: '',
      title: 'No owner',
      services: 2,
      scored: 1,
      ready: 1,
      score: 1,
    });
    const owned = rollUpTeams(groups, closureOf(groups), services, i => i < 5);
    expect(owned.at(-1)).toMatchObject({ title: 'trust-team' });
  });

  it('sums only the services that are meant', () => {
    const some = rollUpTeams(groups, closureOf(groups), services, i => i === 0);
    expect(some[0]).toMatchObject({ services: 1, scored: 1, score: 0.95 });
    expect(some[1]).toMatchObject({ title: 'ai-team', services: 0 });
  });

  it('gives what counting service by service gives', () => {
    const names = groups.map(({ title }) => title);
    const owners = fc.uniqueArray(fc.constantFrom(...names, 'nobody'));
    const some = fc.array(
      fc.record({
        owners,
        score: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
      }),
    );
    const closure = closureOf(groups);
    fc.assert(
      fc.property(some, drawn => {
        const rows = drawn.map(({ owners: by, score }, i) =>
          service(`s${i}`, by, score ?? undefined),
        );
        for (const rolled of rollUpTeams(
          groups,
          closure,
          new ServiceColumns(rows),
        )) {
          const below = closure
            .filter(({ ancestorRef }) => ancestorRef === rolled.groupRef)
            .map(({ descendantRef }) => descendantRef);
          const mine = rows.filter(({ ownerRefs }) =>
            rolled.groupRef === ''
              ? ownerRefs.every(owner => owner === ref('nobody'))
              : ownerRefs.some(owner => below.includes(owner)),
          );
          const scores = mine.flatMap(({ score }) => score ?? []);
          expect(rolled.services).toBe(mine.length);
          expect(rolled.scored).toBe(scores.length);
          const mean = scores.reduce((a, b) => a + b / scores.length, 0);
          const { coverage, slo } = rolled.dimensions;
          expect(rolled.score === undefined).toBe(scores.length === 0);
          expect(rolled.score ?? 0).toBeCloseTo(mean, 10);
          expect(coverage?.value ?? 0).toBeCloseTo(mean, 10);
          expect(slo?.noData ?? 0).toBe(scores.length);
        }
      }),
    );
  });

  it('survives groups in a circle, and counts each service once in each', () => {
    const circle = [node('a', 'b'), node('b', 'a')];
    const rolled = rollUpTeams(
      circle,
      closureOf(circle),
      new ServiceColumns([service('x', ['a'], 1)]),
    );
    expect(rolled.map(t => [t.title, t.depth, t.services])).toEqual([
      ['a', 0, 1],
      ['b', 1, 1],
    ]);
  });

  it('shows every group once, whatever the parents say', () => {
    const names = ['a', 'b', 'c', 'd', 'e'];
    const parents = fc.array(fc.option(fc.constantFrom(...names)), {
      minLength: 5,
      maxLength: 5,
    });
    fc.assert(
      fc.property(parents, chosen => {
        const nodes = names.map((name, i) =>
          node(name, chosen[i] ?? undefined),
        );
        const ordered = treeOrder(nodes).map(({ title }) => title);
        expect([...ordered].sort()).toEqual(names);
      }),
    );
  });
});
