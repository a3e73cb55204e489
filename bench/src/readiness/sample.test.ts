import { lcovReport } from './lcov';
import { factsOf, peerFactsOf, SCORECARD } from './rules';
import { componentRefs, sampleEntities } from './sample';

describe('the sample', () => {
  const entities = sampleEntities({ components: 100, groups: 31 });

  it('has groups in one tree, four levels deep with 31 of them', () => {
    const parents = new Map(
      entities
        .filter(({ kind }) => kind === 'Group')
        .map(({ metadata, spec }) => [metadata.name, spec?.parent]),
    );
    expect(parents.size).toBe(31);
    const depth = (name: unknown): number =>
      name === undefined ? 0 : 1 + depth(parents.get(`${name}`));
    const depths = [...parents.keys()].map(depth);
    expect(depths.filter(d => d === 1)).toHaveLength(1);
    expect(Math.max(...depths)).toBe(3);
  });

  it('has each component once, and each owned by a group that is there', () => {
    const names = new Set(entities.map(({ metadata }) => metadata.name));
    const components = entities.filter(({ kind }) => kind === 'Component');
    expect(components.map(e => `component:default/${e.metadata.name}`)).toEqual(
      componentRefs(100),
    );
    for (const { spec } of components) expect(names).toContain(spec?.owner);
  });

  it('asks both systems about the same: ten facts, nine rules', () => {
    const now = new Date('2026-11-20T12:00:00Z');
    expect(Object.keys(factsOf(7, now))).toHaveLength(10);
    expect(Object.keys(peerFactsOf(7))).toHaveLength(10);
    const shares = (facts: object) =>
      Object.values(facts).filter(value => typeof value === 'number');
    expect(shares(peerFactsOf(7))).toEqual([...shares(factsOf(7, now)), 7]);
    expect(Object.keys(SCORECARD.weights!)).toHaveLength(9);
  });

  it('has coverage reports of 20 KB of which no two are alike', () => {
    const report = lcovReport();
    expect(report.length).toBeGreaterThanOrEqual(20 * 1024);
    expect(report.length).toBeLessThan(22 * 1024);
    expect(lcovReport()).not.toBe(report);
  });
});
