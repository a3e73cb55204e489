import { defaultAlertRows } from '../alerts';
import { readOpenSlo } from './readOpenSlo';

const SLO = `apiVersion: openslo/v1
kind: SLO
metadata:
  name: api-reads
  displayName: API reads
  annotations:
    maestro-conductor.dev/entity: Gateway
    maestro-conductor.dev/environment: staging
    maestro-conductor.dev/unit-cost: 2 USD per 1,000,000 GraphQL calls
    example.org/anything: goes
spec:
  description: Reads answer within 350 ms
  service: gateway
  indicatorRef: api-reads-fast
  timeWindow:
    - duration: 30d
      isRolling: true
  budgetingMethod: Occurrences
  objectives:
    - displayName: Très bon — p95!
      targetPercent: 99.9
`;
const SLI = `apiVersion: openslo/v1
kind: SLI
metadata:
  name: api-reads-fast
spec:
  ratioMetric:
    counter: true
    good:
      metricSource:
        metricSourceRef: main
        spec: { query: good_total }
    total:
      metricSource:
        metricSourceRef: main
        type: Prometheus
        spec: { query: all_total }
`;
const SOURCE = `apiVersion: openslo/v1
kind: DataSource
metadata: { name: main }
spec:
  type: Prometheus
  connectionDetails:
    url: https://prometheus.example.org
`;

const read = (...texts: string[]) =>
  readOpenSlo(texts.map((text, i) => ({ file: `${i}.yaml`, text })));

/** An SLO of pushed samples, of which `spec` says the rest. */
const pushed = (spec: string, name = 'some') => `apiVersion: openslo/v1
kind: SLO
metadata: { name: ${name} }
spec:
  service: gateway
  indicator:
    metadata: { name: pushed }
    spec:
      ratioMetric:
        good: { metricSource: { type: pushed } }
        total: { metricSource: { type: Pushed, spec: {} } }
${spec.replace(/^(?=.)/gm, '  ')}`;

const REST = `timeWindow: [{ duration: 30d, isRolling: true }]
budgetingMethod: Occurrences
objectives: [{ target: 0.99 }]
`;

describe('readOpenSlo', () => {
  it('resolves references across files, in whatever order they come', () => {
    const { objectives, problems, dataSources } = read(SLO, SLI, SOURCE);
    expect(problems).toEqual([]);
    const metric = (query: string) => ({
      type: 'prometheus',
      dataSource: 'main',
      connection: { url: 'https://prometheus.example.org' },
      spec: { query },
    });
    expect(objectives).toEqual([
      {
        slo: 'api-reads',
        objective: 'tres-bon-p95',
        title: 'API reads',
        description: 'Reads answer within 350 ms',
        service: 'gateway',
        entityRef: 'component:default/gateway',
        environment: 'staging',
        rule: { target: 0.999, method: 'Occurrences' },
        window: { kind: 'rolling', duration: '30d' },
        indicator: {
          kind: 'ratio',
          counter: true,
          good: metric('good_total'),
          total: metric('all_total'),
        },
        alertRows: defaultAlertRows(30 * 1_440),
        unitCost: {
          currency: 'USD',
          per: 1_000_000,
          unit: 'GraphQL calls',
          target: 2,
        },
        at: { file: '0.yaml', line: 20 },
        digest: expect.stringMatching(/^[0-9a-f]{64}$/),
      },
    ]);
    expect(dataSources).toEqual([
      {
        name: 'main',
        type: 'prometheus',
        connection: { url: 'https://prometheus.example.org' },
        at: { file: '2.yaml', line: 1 },
      },
    ]);
  });

  it('needs no query of samples that are pushed, and no counter', () => {
    const { objectives, problems } = read(pushed(REST));
    expect(problems).toEqual([]);
    expect(objectives[0]).toMatchObject({
      objective: '0',
      title: 'some',
      entityRef: 'component:default/gateway',
      environment: 'production',
      indicator: {
        kind: 'ratio',
        counter: false,
        good: { type: 'pushed', spec: {} },
        total: { type: 'pushed', spec: {} },
      },
    });
  });

  it('reads time slices, calendar windows and several objectives', () => {
    const { objectives, problems } = read(
      pushed(`timeWindow:
  - duration: 1M
    calendar:
      startTime: 2026-01-01 00:00:00
      timeZone: Europe/Berlin
budgetingMethod: Timeslices
objectives:
  - displayName: Agreed
    target: 0.99
    timeSliceTarget: 0.95
    timeSliceWindow: 5m
  - target: 0.995
    timeSliceTarget: 1
    timeSliceWindow: 1h
`),
    );
    expect(problems).toEqual([]);
    expect(
      objectives.map(({ objective, title, rule, window, at }) => ({
        objective,
        title,
        rule,
        window,
        line: at.line,
      })),
    ).toEqual([
      {
        objective: 'agreed',
        title: 'some: Agreed',
        rule: {
          target: 0.99,
          method: 'Timeslices',
          sliceMinutes: 5,
          sliceTarget: 0.95,
        },
        window: {
          kind: 'calendar',
          duration: '1M',
          startTime: '2026-01-01 00:00:00',
          timeZone: 'Europe/Berlin',
        },
        line: 19,
      },
      expect.objectContaining({
        objective: '1',
        title: 'some: 1',
        rule: expect.objectContaining({ sliceMinutes: 60, sliceTarget: 1 }),
        line: 23,
      }),
    ]);
  });

  it('reads thresholds, raw ratios and bad events', () => {
    const sli = (metric: string) =>
      read(
        pushed(REST.replace('target', 'op: lte, value: 350, target')).replace(
          /ratioMetric:[^]*?(?= {2}timeWindow)/,
          `${metric}\n`,
        ),
      ).objectives[0]?.indicator;
    const source = '{ metricSource: { type: Prometheus, spec: { query: q } } }';
    const metric = { type: 'prometheus', spec: { query: 'q' } };
    expect(sli(`thresholdMetric: ${source}`)).toEqual({
      kind: 'threshold',
      metric,
      op: 'lte',
      value: 350,
    });
    expect(sli(`ratioMetric: { rawType: failure, raw: ${source} }`)).toEqual({
      kind: 'raw-ratio',
      raw: metric,
      rawType: 'failure',
    });
    expect(
      sli(`ratioMetric: { counter: true, bad: ${source}, total: ${source} }`),
    ).toEqual({ kind: 'ratio', bad: metric, total: metric, counter: true });
  });

  it('makes alert rows of policies: by name, by reference and written out', () => {
    const policy = `apiVersion: openslo/v1
kind: AlertPolicy
metadata: { name: slow-burn }
spec:
  conditions: [{ conditionRef: slow }]
  notificationTargets: [{ targetRef: nowhere-declared }]
---
apiVersion: openslo/v1
kind: AlertCondition
metadata: { name: slow }
spec:
  severity: warning
  condition: { kind: burnrate, op: gt, threshold: 2, lookbackWindow: 1d, alertAfter: 2h }
`;
    const { objectives, problems } = read(
      pushed(`${REST}alertPolicies:
  - slow-burn
  - alertPolicyRef: slow-burn
  - kind: AlertPolicy
    metadata: { name: fast-burn }
    spec:
      conditions:
        - kind: AlertCondition
          metadata: { name: fast }
          spec:
            severity: page
            condition: { kind: burnrate, op: gt, threshold: 10, lookbackWindow: 1h }
`),
      policy,
    );
    expect(problems).toEqual([]);
    expect(objectives[0].alertRows).toEqual([
      {
        name: 'slow',
        severity: 'ticket',
        budgetShare: 2 / 30,
        longMinutes: 1_440,
        shortMinutes: 120,
        factor: 2,
      },
      {
        name: 'fast',
        severity: 'page',
        budgetShare: 10 / 720,
        longMinutes: 60,
        shortMinutes: 5,
        factor: 10,
      },
    ]);
  });

  it('takes alert rows of the caller where no policy is named', () => {
    const alertRows = jest.fn(() => []);
    const text = pushed(REST);
    const { objectives } = readOpenSlo([{ file: 'a', text }], { alertRows });
    expect(objectives[0].alertRows).toEqual([]);
    expect(alertRows).toHaveBeenCalledWith(30 * 1_440);
  });

  it('reads percentages without a rounding error', () => {
    const targets = ['99.9', '99.99', '57', '99.5e0', '0'].map(
      percent =>
        read(pushed(REST.replace('target: 0.99', `targetPercent: ${percent}`)))
          .objectives[0].rule.target,
    );
    expect(targets).toEqual([0.999, 0.9999, 0.57, 0.995, 0]);
  });

  it('has a digest that words and alerts are no part of, and numbers are', () => {
    const digest = (text: string) => read(text).objectives[0].digest;
    const same = digest(pushed(REST));
    expect(digest(pushed(REST, 'renamed'))).toBe(same);
    expect(digest(pushed(`description: new words\n${REST}`))).toBe(same);
    expect(digest(pushed(REST.replace('0.99', '0.995')))).not.toBe(same);
    expect(digest(pushed(REST.replace('30d', '28d')))).not.toBe(same);
    const asked = pushed(REST).replace('{}', '{ a: 1 }');
    expect(digest(asked)).not.toBe(same);
  });

  it('leaves out an SLO with an error, and only that', () => {
    const broken = pushed(REST.replace('0.99', '1'), 'broken');
    const syntax = 'apiVersion: openslo/v1\nkind: "SLO\n';
    const { objectives, problems } = read(
      [pushed(REST, 'first'), broken, pushed(REST, 'last')].join('---\n'),
      syntax,
      pushed(REST, 'elsewhere'),
    );
    expect(objectives.map(({ slo }) => slo)).toEqual([
      'first',
      'last',
      'elsewhere',
    ]);
    expect(problems.map(({ file, rule }) => [file, rule])).toEqual([
      ['0.yaml', 'target-range'],
      ['1.yaml', 'yaml'],
    ]);
  });

  it('keeps no secret of a data source', () => {
    const { dataSources, problems } = read(`apiVersion: openslo/v1
kind: DataSource
metadata: { name: main }
spec:
  type: Prometheus
  connectionDetails:
    - url: https://somebody:hunter2@prometheus.example.org
    - bearerToken: hunter2
    - region: north
`);
    expect(dataSources[0].connection).toEqual({ region: 'north' });
    expect(problems.map(({ line, rule }) => [line, rule])).toEqual([
      [7, 'secret-in-document'],
      [8, 'secret-in-document'],
    ]);
    expect(JSON.stringify(problems)).not.toContain('hunter2');
  });

  it('says services, and takes a list of documents for a stream of them', () => {
    const { services, problems } = read(`- apiVersion: openslo/v1
  kind: Service
  metadata:
    name: gateway
    displayName: The gateway
    labels: { team: [edge], tier: "1" }
  spec:
    description: In front
- apiVersion: openslo/v1
  kind: Service
  metadata: { name: ingest }
  spec: {}
`);
    expect(problems).toEqual([]);
    expect(services).toEqual([
      {
        name: 'gateway',
        title: 'The gateway',
        description: 'In front',
        at: { file: '0.yaml', line: 1 },
      },
      { name: 'ingest', title: 'ingest', at: { file: '0.yaml', line: 9 } },
    ]);
  });
});
