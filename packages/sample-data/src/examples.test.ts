import {
  Entity,
  entityEnvelopeSchemaValidator,
} from '@backstage/catalog-model';
import {
  recognise,
  standardReaders,
} from '@maestro-conductor/evidence-readers-engine';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { expandSchedule, fill, readSchedule } from './schedule.mjs';

const INTELGRAPH = resolve(__dirname, '../../../examples/intelgraph');
const EVIDENCE = join(INTELGRAPH, 'evidence');
const DAY = 24 * 60 * 60 * 1000;
const anchor = new Date('2026-03-31T12:00:00Z');

function readEntities(file: string): Entity[] {
  const validate = entityEnvelopeSchemaValidator();
  return parseAllDocuments(readFileSync(file, 'utf8')).flatMap(document => {
    const entity = validate(document.toJSON()) as Entity;
    const targets = (entity.spec?.targets ?? []) as string[];
    return [
      entity,
      ...targets.flatMap(target => readEntities(join(dirname(file), target))),
    ];
  });
}

describe('the catalog of the sample organisation', () => {
  const entities = readEntities(join(INTELGRAPH, 'catalog-info.yaml'));
  const refs = entities.map(
    ({ kind, metadata }) => `${kind.toLowerCase()}:default/${metadata.name}`,
  );

  it('names nothing that is not there', () => {
    const named = entities.flatMap(({ kind, spec = {} }) => {
      const of = (field: string, prefix = '') =>
        [spec[field] ?? []]
          .flat()
          .map(name =>
            `${name}`.includes(':') ? name : `${prefix}:default/${name}`,
          );
      return [
        ...of('owner', 'group'),
        ...of('system', 'system'),
        ...of('domain', 'domain'),
        ...of('dependsOn', 'component'),
        ...of('providesApis', 'api'),
        ...of('consumesApis', 'api'),
        ...of('memberOf', 'group'),
        ...(kind === 'Group' ? of('parent', 'group') : []),
        ...(kind === 'Group' ? of('children', 'group') : []),
      ];
    });
    expect(named.length).toBeGreaterThan(30);
    expect(named.filter(ref => !refs.includes(`${ref}`))).toEqual([]);
    expect(new Set(refs).size).toBe(refs.length);
  });

  it('has a runbook behind every annotation', () => {
    const missing = entities
      .filter(({ kind }) => kind === 'Component')
      .map(({ metadata: { name, annotations } }) =>
        join(
          INTELGRAPH,
          'services',
          name,
          `${annotations?.['maestro-conductor.dev/runbook']}`,
        ),
      )
      .filter(file => !existsSync(file));
    expect(missing).toEqual([]);
  });
});

describe('the evidence of the sample organisation', () => {
  const FIRST_DAYS = { folder: EVIDENCE, anchor, now: anchor };

  async function latestFacts(service: string) {
    const records = expandSchedule(await readSchedule(EVIDENCE), FIRST_DAYS);
    const facts = new Map<string, { value: unknown; ageInDays: number }>();
    for (const { file, variables, manifest } of records) {
      const about = manifest as {
        entity: string;
        kind: string;
        observedAt: string;
      };
      if (about.entity !== `component:default/${service}`) continue;
      const text = readFileSync(file, 'utf8');
      const read = await recognise(
        Buffer.from(variables ? fill(text, variables) : text),
        standardReaders,
      );
      expect({ file, ...read }).toMatchObject({
        status: 'ok',
        kind: about.kind,
      });
      if (read.status !== 'ok') continue;
      const ageInDays = (anchor.getTime() - Date.parse(about.observedAt)) / DAY;
      for (const { name, value } of read.facts) {
        if (!facts.has(name)) facts.set(name, { value, ageInDays });
      }
    }
    return (name: string) => facts.get(name);
  }

  it('shows an excellent service', async () => {
    const fact = await latestFacts('gateway');
    expect(fact('test.coverage.lines')!.value).toBeGreaterThan(0.8);
    expect(fact('test.failed')!.value).toBe(0);
    expect(fact('slo.adherence')).toMatchObject({ value: 1 });
    expect(fact('load.passed')!.value).toBe(true);
    expect(fact('load.passed')!.ageInDays).toBeLessThan(14);
    expect(fact('chaos.passed')!.ageInDays).toBeLessThan(14);
  });

  it('shows a failing service', async () => {
    const fact = await latestFacts('policy-reasoner');
    expect(fact('test.coverage.lines')!.value).toBeLessThan(0.5);
    expect(fact('test.failed')!.value).toBe(3);
    expect(fact('load.passed')!.value).toBe(false);
    expect(fact('slo.adherence')!.value).toBe(0.5);
  });

  it('shows a service whose evidence is stale', async () => {
    const fact = await latestFacts('provenance-ledger');
    expect(fact('load.passed')!.ageInDays).toBeGreaterThan(60);
    expect(fact('chaos.passed')!.ageInDays).toBeGreaterThan(60);
    const changed = fact('repo.runbook.changed_at')!.value as string;
    expect(anchor.getTime() - Date.parse(changed)).toBeGreaterThan(360 * DAY);
  });

  it('shows a service that was never tested', async () => {
    const fact = await latestFacts('llm-router');
    expect(fact('slo.adherence')).toBeDefined();
    for (const name of [
      'test.coverage.lines',
      'test.total',
      'load.passed',
      'chaos.passed',
    ]) {
      expect(fact(name)).toBeUndefined();
    }
  });

  it('goes on for two months after the first load', async () => {
    const schedule = await readSchedule(EVIDENCE);
    const now = new Date(anchor.getTime() + 60 * DAY);
    const runs = expandSchedule(schedule, { ...FIRST_DAYS, now });
    const newest = (part: string) =>
      now.getTime() -
      Date.parse(
        (
          runs.find(({ file }) => file.includes(part))!.manifest as {
            observedAt: string;
          }
        ).observedAt,
      );
    expect(newest('gateway/facts')).toBeLessThan(2 * DAY);
    expect(newest('gateway/load')).toBeLessThan(14 * DAY);
    expect(newest('gateway/coverage')).toBeLessThan(30 * DAY);
  });
});
