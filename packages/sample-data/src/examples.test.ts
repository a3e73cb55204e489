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
import { parseAllDocuments, parseDocument } from 'yaml';
import { fill } from './fill.mjs';
import { expandSchedule, readSchedule } from './schedule.mjs';

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

  const components = entities.filter(({ kind }) => kind === 'Component');

  it('has eight services, one to three in each of four teams', () => {
    const byTeam = new Map<string, number>();
    for (const { spec } of components) {
      const owner = `${spec?.owner}`;
      byTeam.set(owner, (byTeam.get(owner) ?? 0) + 1);
    }
    expect(components).toHaveLength(8);
    expect(Object.fromEntries(byTeam)).toEqual({
      'group:default/edge-team': 3,
      'group:default/trust-team': 2,
      'group:default/ai-team': 1,
      'group:default/experience-team': 2,
    });
  });

  it('has a runbook and documentation behind every annotation', () => {
    const missing = components
      .flatMap(({ metadata: { name, annotations } }) => [
        join(name, `${annotations?.['maestro-conductor.dev/runbook']}`),
        join(name, 'mkdocs.yml'),
        join(name, 'docs/index.md'),
      ])
      .filter(file => !existsSync(join(INTELGRAPH, 'services', file)));
    expect(missing).toEqual([]);
  });
});

describe('the APIs of the sample organisation', () => {
  const apis = readEntities(join(INTELGRAPH, 'catalog-info.yaml')).filter(
    ({ kind }) => kind === 'API',
  );

  it.each(
    apis
      .filter(({ spec }) => spec?.type !== 'graphql')
      .map(({ metadata, spec }) => [metadata.name, `${spec?.definition}`]),
  )('%s refers to nothing that it does not define', (_, definition) => {
    const document = parseDocument(definition, { uniqueKeys: true });
    expect(document.errors).toEqual([]);
    const pointers = [...definition.matchAll(/\$ref: '#\/([^']+)'/g)];
    expect(pointers.length).toBeGreaterThan(0);
    const dangling = pointers
      .map(([, pointer]) => pointer)
      .filter(pointer => !document.hasIn(pointer.split('/')));
    expect(dangling).toEqual([]);
  });
});

describe('the evidence of the sample organisation', () => {
  interface Known {
    value: unknown;
    ageInDays: number;
  }
  const after = (days: number) => new Date(anchor.getTime() + days * DAY);
  const ageOf = (time: string, now: Date) =>
    (now.getTime() - Date.parse(time)) / DAY;

  /** The latest of each fact, read from the files as the portal reads them. */
  async function latestFacts(service: string, now = anchor) {
    const records = expandSchedule(await readSchedule(EVIDENCE), {
      folder: EVIDENCE,
      anchor,
      now,
    });
    const facts = new Map<string, Known>();
    for (const { file, values, manifest } of records) {
      const about = manifest as {
        entity: string;
        kind: string;
        observedAt: string;
      };
      if (about.entity !== `component:default/${service}`) continue;
      const text = readFileSync(file, 'utf8');
      const read = await recognise(
        Buffer.from(fill(text, values!)),
        standardReaders,
      );
      expect({ file, ...read }).toMatchObject({
        status: 'ok',
        kind: about.kind,
      });
      if (read.status !== 'ok') continue;
      const ageInDays = ageOf(about.observedAt, now);
      for (const { name, value } of read.facts) {
        if (!facts.has(name)) facts.set(name, { value, ageInDays });
      }
    }
    return facts;
  }

  it('shows an excellent service', async () => {
    const facts = await latestFacts('gateway');
    expect(facts.get('test.coverage.lines')!.value).toBeGreaterThan(0.8);
    expect(facts.get('test.failed')!.value).toBe(0);
    expect(facts.get('load.passed')!.value).toBe(true);
    expect(facts.get('load.passed')!.ageInDays).toBeLessThan(14);
    expect(facts.get('chaos.passed')!.value).toBe(true);
    expect(facts.get('chaos.passed')!.ageInDays).toBeLessThan(30);
  });

  it('says what two services cost each day', async () => {
    for (const service of ['gateway', 'ingest-http']) {
      const cost = (await latestFacts(service)).get('cost.daily')!;
      expect(cost.value).toBeGreaterThan(0);
      expect(cost.ageInDays).toBeLessThan(1);
    }
  });

  it('shows a failing service', async () => {
    const facts = await latestFacts('policy-reasoner');
    expect(facts.get('test.coverage.lines')!.value).toBeLessThan(0.5);
    expect(facts.get('test.failed')!.value).toBe(3);
    expect(facts.get('load.passed')!.value).toBe(false);
  });

  it('shows a service that fell in the last week', async () => {
    const before = await latestFacts('ingest-http', after(-7));
    expect(before.get('load.passed')!.value).toBe(true);
    expect(before.get('test.coverage.lines')!.value).toBeGreaterThan(0.8);
    const now = await latestFacts('ingest-http');
    expect(now.get('load.passed')!.value).toBe(false);
    expect(now.get('test.coverage.lines')!.value).toBeLessThan(0.75);
  });

  it('shows a service that improves', async () => {
    const before = await latestFacts('graph-core', after(-22));
    expect(before.get('chaos.passed')!.value).toBe(false);
    expect(before.get('load.passed')!.value).toBe(false);
    const now = await latestFacts('graph-core');
    expect(now.get('chaos.passed')!.value).toBe(true);
    expect(now.get('load.passed')!.value).toBe(true);
  });

  it('shows a service whose evidence is stale', async () => {
    const facts = await latestFacts('provenance-ledger');
    expect(facts.get('load.passed')!.ageInDays).toBeGreaterThan(60);
    expect(facts.get('chaos.passed')!.ageInDays).toBeGreaterThan(60);
    const changed = facts.get('repo.runbook.changed_at')!.value as string;
    expect(ageOf(changed, anchor)).toBeGreaterThan(360);
  });

  it('shows one that was never tested, one without experiments, and one without anything', async () => {
    const names = async (service: string) => [
      ...(await latestFacts(service)).keys(),
    ];
    expect(await names('llm-router')).toEqual(['repo.runbook.changed_at']);
    const deprecated = await names('maestro-ui');
    expect(deprecated).toContain('load.passed');
    expect(deprecated).not.toContain('chaos.passed');
    expect(await names('switchboard')).toEqual([]);
  });

  /** Ages below and above these days make no difference to a score. */
  const COUNTED = new Map([
    ['load.passed_at', [14, 60]],
    ['chaos.passed_at', [14, 60]],
    ['repo.runbook.changed_at', [180, 360]],
  ]);

  async function picture(now: Date) {
    const { services } = await readSchedule(EVIDENCE);
    const shown: Record<string, unknown> = {};
    for (const service of Object.keys(services)) {
      for (const [name, fact] of await latestFacts(service, now)) {
        const counted = COUNTED.get(name);
        shown[`${service} ${name}`] = counted
          ? Math.round(
              Math.min(
                Math.max(ageOf(`${fact.value}`, now), counted[0]),
                counted[1],
              ),
            )
          : fact.value;
      }
    }
    return shown;
  }

  it('shows after one and two months what it shows on the first day', async () => {
    const first = await picture(anchor);
    expect(Object.keys(first).length).toBeGreaterThan(35);
    expect(await picture(after(30))).toEqual(first);
    expect(await picture(after(60))).toEqual(first);
  }, 30_000);

  it('keeps the gateway ready on each day of half a year', async () => {
    const runs = expandSchedule(await readSchedule(EVIDENCE), {
      folder: EVIDENCE,
      anchor,
      now: after(180),
    })
      .filter(({ file }) => file.includes('/gateway/'))
      .map(({ manifest }) => manifest as { kind: string; observedAt: string });
    const daysWithout = (kind: string) => {
      const times = runs
        .filter(run => run.kind === kind)
        .map(run => Date.parse(run.observedAt));
      const gaps = times.map(
        (time, i) => (times[i - 1] ?? after(180).getTime()) - time,
      );
      return Math.max(...gaps) / DAY;
    };
    expect(daysWithout('coverage')).toBeLessThanOrEqual(7);
    expect(daysWithout('load')).toBeLessThanOrEqual(14);
    expect(daysWithout('chaos')).toBeLessThanOrEqual(30);
  });
});
