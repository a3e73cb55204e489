import {
  EvidenceReader,
  FactReading,
} from '@maestro-conductor/plugin-evidence-common';
import { component } from '../__testUtils__/entities';
import { withDerivedFacts } from './derivedFacts';
import {
  faultOfCollectedName,
  faultOfPushedName,
  matchesFactPattern,
  ownerOfFact,
} from './factNames';
import {
  evidenceFreshUntil,
  factFreshUntil,
  freshnessRules,
} from './freshness';
import { parseItem, parseManifest } from './manifest';
import { checkClaim, ProducerRule } from './producers';
import { readArtifact } from './readArtifact';
import { checkReadings } from './readings';
import { parseIsoTime } from './time';

const receivedAt = new Date('2026-03-01T12:00:00Z');
const observedAt = new Date('2026-02-01T00:00:00Z');
const DAY = 86_400_000;

describe('parseItem', () => {
  it('fills in what was left out', () => {
    expect(parseItem({ file: 'a', entity: 'Gateway' })).toEqual({
      file: 'a',
      entityRef: 'component:default/gateway',
      kind: undefined,
      environment: '',
      commit: '',
      ref: '',
      defaultBranch: true,
      run: '',
      attempt: 1,
      runUrl: undefined,
      observedAt: undefined,
      tenant: undefined,
    });
  });

  it.each([
    ['entity', { entity: undefined }],
    ['entity', { entity: 'a/b/c:d' }],
    ['file', { file: '' }],
    ['file', { file: 7 }],
    ['kind', { kind: 'Coverage' }],
    ['environment', { environment: 'Production' }],
    ['environment', { environment: '-x' }],
    ['commit', { commit: 'abc' }],
    ['ref', { ref: 'x'.repeat(251) }],
    ['run', { run: 'a\u0000b' }],
    ['run', { run: '\ud800' }],
    ['defaultBranch', { defaultBranch: 'yes' }],
    ['attempt', { attempt: 0 }],
    ['attempt', { attempt: 1_000_001 }],
    ['attempt', { attempt: 1.5 }],
    ['runUrl', { runUrl: 'ftp://ci.example.com/17' }],
    ['runUrl', { runUrl: `${'javascript'}:alert(1)` }],
    ['runUrl', { runUrl: 'https://user:secret@ci.example.com/17' }],
    ['observedAt', { observedAt: '2026-03-01' }],
    ['observedAt', { observedAt: '2026-02-30T00:00:00Z' }],
    ['producer', { producer: 'me' }],
  ])('names the field at fault: %s', (field, change) => {
    expect(parseItem({ file: 'a', entity: 'b', ...change })).toMatchObject({
      code: 'InvalidField',
      field,
      message: expect.stringContaining(field),
    });
  });
});

describe('parseManifest', () => {
  it.each([['{'], ['{}'], ['[]'], [JSON.stringify(Array(201).fill({}))]])(
    'refuses %.20s',
    text => {
      expect(() => parseManifest(text)).toThrow('manifest');
    },
  );
});

describe('parseIsoTime', () => {
  it.each([
    ['2026-03-01T12:00:00Z', '2026-03-01T12:00:00.000Z'],
    ['2026-03-01T12:00+02:00', '2026-03-01T10:00:00.000Z'],
    ['2026-03-01T12:00:00', undefined],
    ['2026-13-01T12:00:00Z', undefined],
    ['1772366400000', undefined],
  ])('reads %s as %s', (text, expected) => {
    expect(parseIsoTime(text)?.toISOString()).toBe(expected);
  });
});

describe('names of facts', () => {
  it.each([
    ['test.coverage.lines', 'evidence'],
    ['slo.adherence', 'slo'],
    ['unknown.thing', undefined],
    ['test', undefined],
    ['Test.total', undefined],
  ])('%s belongs to %s', (name, owner) => {
    expect(ownerOfFact(name)).toBe(owner);
  });

  it.each([
    ['test.total', true],
    ['cost.daily', true],
    ['slo.adherence', false],
    ['catalog.owner.exists', false],
    ['evidence.coverage.last_observed_at', false],
    ['other.total', false],
    ['no dots', false],
  ])('%s may be pushed: %s', (name, allowed) => {
    expect(faultOfPushedName(name) === undefined).toBe(allowed);
  });

  it('lets collectors write what evidence owns, and nothing that is derived from records', () => {
    expect(faultOfCollectedName('catalog.owner.exists')).toBeUndefined();
    expect(faultOfCollectedName('evidence.x.y')).toBeDefined();
    expect(faultOfCollectedName('slo.adherence')).toBeDefined();
  });

  it.each([
    ['slo.adherence', ['slo.*'], true],
    ['slower.adherence', ['slo.*'], false],
    ['slo.adherence', ['slo.adher'], false],
    ['slo.adherence', ['*'], true],
    ['slo.adherence', [], false],
  ])('%s matches %j: %s', (name, patterns, expected) => {
    expect(matchesFactPattern(name, patterns)).toBe(expected);
  });
});

describe('freshness', () => {
  const rules = freshnessRules();

  it.each([
    ['coverage' as const, 30],
    ['load' as const, 60],
    ['scan' as const, 14],
    ['deployment' as const, undefined],
  ])('%s counts as fresh for %s days', (kind, days) => {
    const until = evidenceFreshUntil(rules, { kind, observedAt });
    expect(until && (until.getTime() - observedAt.getTime()) / DAY).toBe(days);
  });

  it('counts a recency fact from the moment it tells of', () => {
    const until = factFreshUntil(rules, {
      name: 'repo.runbook.changed_at',
      type: 'timestamp',
      value: '2026-01-01T00:00:00.000Z',
      kind: 'facts',
      observedAt,
    });
    expect(until?.toISOString()).toBe('2026-12-27T00:00:00.000Z');
  });

  it('takes the time of its own before the time of its kind, and configuration before both', () => {
    const fact = { name: 'load.passed', type: 'boolean', value: true } as const;
    const age = (from: typeof rules) =>
      (factFreshUntil(from, { ...fact, kind: 'facts', observedAt })!.getTime() -
        observedAt.getTime()) /
      DAY;
    expect(age(rules)).toBe(60);
    expect(
      age(freshnessRules({ facts: { 'load.passed': { weeks: 1 } } })),
    ).toBe(7);
  });
});

describe('withDerivedFacts', () => {
  const passed = (value: boolean): FactReading => ({
    name: 'chaos.passed',
    type: 'boolean',
    value,
  });
  const derive = (readings: FactReading[]) =>
    withDerivedFacts(readings, { kind: 'facts', observedAt }).map(
      ({ name, value }) => [name, value],
    );
  const seen = ['evidence.facts.last_observed_at', '2026-02-01T00:00:00.000Z'];

  it('tells when a run last passed, only where it passed', () => {
    expect(derive([passed(true)])).toEqual([
      ['chaos.passed', true],
      ['chaos.passed_at', '2026-02-01T00:00:00.000Z'],
      seen,
    ]);
    expect(derive([passed(false)])).toEqual([['chaos.passed', false], seen]);
  });

  it('leaves a time that was stated', () => {
    const stated: FactReading = {
      name: 'chaos.passed_at',
      type: 'timestamp',
      value: '2026-01-05T00:00:00.000Z',
    };
    expect(derive([passed(true), stated])).toContainEqual([
      'chaos.passed_at',
      '2026-01-05T00:00:00.000Z',
    ]);
  });
});

describe('checkReadings', () => {
  it.each<[string, FactReading]>([
    [
      'a value that is not finite',
      { name: 'load.x', type: 'number', value: NaN },
    ],
    [
      'a ratio above 1',
      { name: 'load.checks.rate', type: 'number', value: 1.2 },
    ],
    [
      'a negative cost',
      { name: 'cost.daily', type: 'number', value: -1, unit: 'USD/d' },
    ],
    [
      'a name that a plugin tells itself',
      { name: 'slo.adherence', type: 'number', value: 1 },
    ],
    ['a negative count', { name: 'test.total', type: 'number', value: -1 }],
    [
      'a type of its own',
      { name: 'load.checks.rate', type: 'string', value: '1' },
    ],
    [
      'another unit',
      { name: 'load.checks.rate', type: 'number', value: 1, unit: 'ms' },
    ],
    [
      'a passed run ahead',
      {
        name: 'chaos.passed_at',
        type: 'timestamp',
        value: '2030-01-01T00:00:00Z',
      },
    ],
    [
      'a time that is none',
      { name: 'sbom.expires', type: 'timestamp', value: 'soon' },
    ],
    [
      'a derived name',
      { name: 'catalog.owner.exists', type: 'boolean', value: true },
    ],
    [
      'a text too long',
      { name: 'scan.note', type: 'string', value: 'x'.repeat(70_000) },
    ],
  ])('refuses %s', (_, reading) => {
    expect(checkReadings([reading], { receivedAt })).toMatchObject({
      code: 'InvalidField',
      field: `facts.${reading.name}`,
    });
  });

  it('adds the unit of known facts, brings times to UTC, and lets an expiry lie ahead', () => {
    expect(
      checkReadings(
        [
          { name: 'load.checks.rate', type: 'number', value: 0.5 },
          {
            name: 'sbom.expires',
            type: 'timestamp',
            value: '2030-01-01T02:00:00+02:00',
          },
        ],
        { receivedAt },
      ),
    ).toEqual([
      { name: 'load.checks.rate', type: 'number', value: 0.5, unit: 'ratio' },
      {
        name: 'sbom.expires',
        type: 'timestamp',
        value: '2030-01-01T00:00:00.000Z',
      },
    ]);
  });
});

describe('readArtifact', () => {
  const reader: EvidenceReader = {
    format: 'sample',
    kind: 'coverage',
    mediaType: 'text/plain',
    read: async content => {
      const text = Buffer.from(content).toString();
      if (text === 'broken') {
        return { status: 'invalid', field: 'line 1', message: 'is cut off' };
      }
      return text === 'good' || text === 'both'
        ? { status: 'ok', facts: [] }
        : { status: 'not-recognised' };
    },
  };
  const other: EvidenceReader = {
    ...reader,
    format: 'other',
    kind: 'load',
    read: async content =>
      Buffer.from(content).toString() === 'both'
        ? { status: 'ok', facts: [] }
        : { status: 'not-recognised' },
  };
  const readers = [reader, other];

  it.each([
    ['good', undefined, { kind: 'coverage', format: 'sample' }],
    ['good', 'coverage', { kind: 'coverage', format: 'sample' }],
    ['both', undefined, { code: 'InvalidField', field: 'kind' }],
    ['both', 'load', { kind: 'load', format: 'other' }],
    ['good', 'sbom', { kind: 'sbom', format: '' }],
    ['other', undefined, { code: 'InvalidField', field: 'kind' }],
    ['other', 'coverage', { code: 'UnreadableArtifact', field: 'file' }],
    ['broken', undefined, { code: 'UnreadableArtifact', field: 'line 1' }],
    ['', 'sbom', { code: 'UnreadableArtifact', field: 'file' }],
  ] as const)('takes %p sent as %p for %j', async (content, kind, expected) => {
    const pace = async () => {};
    expect(
      await readArtifact(Buffer.from(content), { kind, readers, pace }),
    ).toMatchObject(expected);
  });
});

describe('checkClaim', () => {
  const rule: ProducerRule = {
    subject: 'external:ci',
    entities: ['component:default/gateway'],
    kinds: ['coverage', 'facts'],
    environments: ['production'],
    facts: ['chaos.*'],
  };
  const claim = {
    entityRef: 'component:default/gateway',
    entity: component('gateway'),
    kind: 'coverage' as const,
    environment: 'production',
    readings: [
      { name: 'test.coverage.lines', type: 'number' as const, value: 1 },
    ],
  };

  it.each([
    ['what the rule says', [rule], {}, undefined],
    [
      'an entity of the filter',
      [{ ...rule, entities: [], filter: { 'spec.type': 'service' } }],
      {},
      undefined,
    ],
    ['no rule', [], {}, 'entity'],
    ['an empty list', [{ ...rule, entities: [] }], {}, 'entity'],
    ['another kind', [rule], { kind: 'load' as const }, 'kind'],
    ['no environment', [rule], { environment: '' }, 'environment'],
    [
      'a declared fact of another name',
      [rule],
      { kind: 'facts' as const },
      'facts.test.coverage.lines',
    ],
    [
      'rules that would have to add up',
      [
        { ...rule, kinds: [] },
        { ...rule, environments: [] },
      ],
      {},
      'environment',
    ],
  ])('judges %s', (_, rules, change, field) => {
    expect(checkClaim(rules, { ...claim, ...change })?.field).toBe(field);
  });
});
