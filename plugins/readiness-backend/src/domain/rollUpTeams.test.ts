import fc from 'fast-check';
import { GroupInGroup, GroupNode, rollUpTeams, treeOrder } from './rollUpTeams';

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
    values: { coverage: score, slo: 'no-data' as const },
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
  const teams = rollUpTeams(groups, closureOf(groups), [
    service('gateway', ['edge-team'], 0.95),
    service('policy-reasoner', ['trust-team'], 0.5),
    service('provenance-ledger', ['trust-team']),
    service('llm-router', ['ai-team'], 0.25),
    service('shared-library', ['platform', 'edge-team'], 0.3),
    service('stray', ['nobody'], 1),
  ]);
  const team = (name: string) => teams.find(t => t.groupRef === ref(name))!;

  it('is in depth-first order', () => {
    expect(teams.map(t => `${'-'.repeat(t.depth)}${t.title}`)).toEqual([
      'intelgraph',
      '-ai-team',
      '-platform',
      '--edge-team',
      '--trust-team',
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
    const [empty] = rollUpTeams([node('empty')], [], []);
    expect(empty).not.toHaveProperty('score');
  });

  it('survives groups in a circle, and counts each service once in each', () => {
    const circle = [node('a', 'b'), node('b', 'a')];
    const rolled = rollUpTeams(circle, closureOf(circle), [
      service('x', ['a'], 1),
    ]);
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
