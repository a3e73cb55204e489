import { readOpenSlo } from './readOpenSlo';

const SLO = `apiVersion: openslo/v1
kind: SLO
metadata:
  name: api-reads
  annotations:
    maestro-conductor.dev/entity: component:default/gateway
spec:
  description: Fast reads
  service: gateway
  indicator:
    metadata:
      name: reads
    spec:
      ratioMetric:
        counter: true
        good:
          metricSource:
            type: prometheus
            spec:
              query: good_total
        total:
          metricSource:
            type: prometheus
            spec:
              query: all_total
  timeWindow:
    - duration: 30d
      isRolling: true
  budgetingMethod: Occurrences
  objectives:
    - displayName: Good
      target: 0.99
  alertPolicies:
    - metadata:
        name: burn
      spec:
        conditions:
          - metadata:
              name: fast
            spec:
              severity: page
              condition:
                kind: burnrate
                op: gt
                threshold: 14.4
                lookbackWindow: 1h
`;
const ROLLING = `    - duration: 30d
      isRolling: true
`;
const calendar = (startTime: string, timeZone: string) => `    - duration: 1M
      calendar:
        startTime: ${startTime}
        timeZone: ${timeZone}
`;
const SLICES = `      target: 0.99
      timeSliceTarget: 0.95
      timeSliceWindow: 5m
`;

/** Says each problem as "line severity rule". */
function problemsOf(text: string) {
  const { objectives, problems } = readOpenSlo([{ file: 'slo.yaml', text }]);
  const said = problems.map(
    ({ line, severity, rule }) => `${line} ${severity} ${rule}`,
  );
  const isWrong = problems.some(({ severity }) => severity === 'error');
  expect(objectives).toHaveLength(isWrong ? 0 : 1);
  return { said, messages: problems.map(({ message }) => message).join('\n') };
}

function changed(from: string, to: string): string {
  const text = SLO.replace(from, to);
  expect(text).not.toBe(SLO);
  return text;
}

const slices = (text: string, method = 'Timeslices') =>
  changed('      target: 0.99\n', text).replace('Occurrences', method);

it('finds nothing wrong in what the tables change', () => {
  expect(problemsOf(SLO).said).toEqual([]);
});

describe('the frame of a document', () => {
  it.each([
    ['openslo/v1', 'openslo/v2alpha', '1 error api-version', 'only openslo/v1'],
    ['apiVersion: openslo/v1\n', '', '1 error missing-field', '"apiVersion"'],
    ['kind: SLO', 'kind: Slo', '2 error kind', 'did you mean SLO?'],
    ['  name: api-reads\n', '', '3 error missing-field', 'metadata: "name"'],
    ['name: api-reads', 'name: API_Reads', '4 error name', 'lower-case'],
    ['name: api-reads', `name: ${'a'.repeat(64)}`, '4 error name', '1 to 63'],
    ['name: api-reads', 'name: 7', '4 error type', 'put "7" in quotes'],
    [
      'metadata:\n',
      'metadata:\n  label: {}\n',
      '4 error unknown-field',
      'did you mean labels?',
    ],
    [
      'metadata:\n',
      'metadata:\n  labels: { a: {} }\n',
      '4 error type',
      'metadata.labels.a: must be text',
    ],
    ['  service: gateway\n', '', '7 error missing-field', 'spec: "service"'],
    [
      'service: gateway',
      'servcie: gateway',
      '9 error unknown-field',
      'did you mean service?',
    ],
    ['Fast reads', 'x'.repeat(1_051), '8 error text-length', '1050 at most'],
    [
      'objectives:',
      'objective:',
      '30 error unknown-field',
      'did you mean objectives?',
    ],
  ])('%s → %s', (from, to, problem, words) => {
    const { said, messages } = problemsOf(changed(from, to));
    expect(said).toContain(problem);
    expect(messages).toContain(words);
  });

  it.each([
    [
      'component:default/gateway',
      'a:b:c',
      '6 error entity',
      'write it as component:default/gateway',
    ],
    [
      'dev/entity',
      'dev/entitty',
      '6 error annotation',
      'did you mean maestro-conductor.dev/entity?',
    ],
    [
      'dev/entity: component:default/gateway',
      'dev/environment: Production!',
      '6 error environment',
      'is no environment',
    ],
    [
      'dev/entity: component:default/gateway',
      'dev/unit-cost: cheap',
      '6 error unit-cost',
      '2 USD per 1000000',
    ],
    [
      'dev/entity: component:default/gateway',
      'dev/unit-cost: 2 USD per 0 calls',
      '6 error unit-cost',
      '',
    ],
  ])('annotation %s → %s', (from, to, problem, words) => {
    const { said, messages } = problemsOf(changed(from, to));
    expect(said).toEqual([problem]);
    expect(messages).toContain(words);
  });
});

describe('an indicator', () => {
  const SPEC = SLO.slice(
    SLO.indexOf('  indicator:'),
    SLO.indexOf('  timeWindow:'),
  );

  it.each([
    [SPEC, '', '7 error indicator', 'exactly one'],
    [
      SPEC,
      `${SPEC}  indicatorRef: other\n`,
      '7 error indicator',
      'exactly one',
    ],
    [
      SPEC,
      '  indicatorRef: other\n',
      '10 error unknown-reference',
      'no SLI "other"',
    ],
    [
      'ratioMetric:',
      'ratioMetrics:',
      '14 error unknown-field',
      'did you mean ratioMetric?',
    ],
    ['good:', 'godo:', '16 error unknown-field', 'did you mean good?'],
    [
      'good:',
      'bad: { metricSource: { type: prometheus, spec: { query: x } } }\n        good:',
      '14 error ratio-parts',
      'keep one',
    ],
    ['good:', 'raw:', '14 error ratio-parts', 'raw besides total'],
    [
      'type: prometheus',
      'type: datadog',
      '14 error metric-source',
      'one type of source',
    ],
    [
      '            type: prometheus\n',
      '',
      '17 error metric-source',
      'neither a type nor',
    ],
    [
      'type: prometheus',
      'metricSourceRef: nowhere',
      '18 error unknown-reference',
      'no DataSource "nowhere"',
    ],
    ['query: good_total', '{}', '19 error metric-source', 'it is empty'],
    ['        counter: true\n', '', '14 warning counter', 'counter: false'],
  ])('%j → %j', (from, to, problem, words) => {
    const { said, messages } = problemsOf(changed(from, to));
    expect(said).toEqual(expect.arrayContaining([problem]));
    expect(messages).toContain(words);
  });

  it('that is broken is said at the reference too', () => {
    const sli = `---
apiVersion: openslo/v1
kind: SLI
metadata: { name: other }
spec: {}
`;
    const text = `${changed(SPEC, '  indicatorRef: other\n')}${sli}`;
    const { said, messages } = problemsOf(text);
    expect(said).toEqual([
      '10 error broken-reference',
      '36 error indicator-metric',
    ]);
    expect(messages).toContain('see slo.yaml line 33');
  });
});

describe('a window', () => {
  it.each([
    [`${ROLLING}${ROLLING}`, '26 error time-window', 'exactly one'],
    [ROLLING.replace('30d', '1m'), '27 error window-length', 'a month is 1M'],
    [ROLLING.replace('30d', '2Y'), '27 error window-length', 'from 1h to 1Y'],
    [ROLLING.replace('30d', '30 days'), '27 error duration', 'for example 30d'],
    [ROLLING.replace('30d', '30'), '27 error type', 'put "30" in quotes'],
    [
      ROLLING.replace('true', 'false'),
      '27 error time-window',
      'neither isRolling: true nor',
    ],
    [ROLLING.replace('true', '"true"'), '28 error type', 'true or false'],
    [
      `${calendar('2026-01-01 00:00:00', 'UTC')}      isRolling: true\n`,
      '28 error time-window',
      'has no calendar',
    ],
    [calendar('2026-01-01', 'UTC'), '29 error calendar-start', 'write it as'],
    [
      calendar('2026-02-30 00:00:00', 'UTC'),
      '29 error calendar-start',
      'not in the calendar',
    ],
    [
      calendar('2026-01-01 24:00:00', 'UTC'),
      '29 error calendar-start',
      'not in the calendar',
    ],
    [
      calendar('2026-01-01 00:00:30', 'UTC'),
      '29 error calendar-start',
      'whole minute',
    ],
    [calendar('1066-10-14 09:00:00', 'UTC'), '29 error calendar-start', '1970'],
    [
      calendar('2026-01-01 00:00:00', 'Mars/Olympus'),
      '30 error time-zone',
      'Europe/Berlin',
    ],
    [calendar('2026-01-01 00:00:00', '"+02:00"'), '30 error time-zone', 'IANA'],
    [
      calendar('2026-01-01 00:00:00', ''),
      '28 error missing-field',
      '"timeZone"',
    ],
  ])('%j', (window, problem, words) => {
    const { said, messages } = problemsOf(changed(ROLLING, window));
    expect(said).toContain(problem);
    expect(messages).toContain(words);
  });
});

describe('an objective', () => {
  it.each([
    ['target: 1', '32 error target-range', 'leaves no error budget'],
    ['target: 1.0000', '32 error target-range', 'leaves no error budget'],
    ['targetPercent: 100', '32 error target-range', 'leaves no error budget'],
    ['target: 99.5', '32 error target-range', 'write targetPercent'],
    ['targetPercent: 101', '32 error target-range', 'below 100 %'],
    ['target: -0.1', '32 error target-range', 'out of range'],
    ['target: .nan', '32 error type', 'must be a number'],
    ['target: .inf', '32 error type', 'must be a number'],
    ['target: "0.99"', '32 error type', 'must be a number'],
    ['op: gt', '31 error target', 'exactly one'],
    ['target: 0.99\n      targetPercent: 99', '31 error target', 'exactly one'],
    ['target: 0.99\n      op: gt', '33 warning unused-field', 'ratioMetric'],
    ['target: 0.99\n      op: eq', '33 error choice', 'lt, lte, gt, gte'],
    [
      'target: 0.99\n      timeSliceWindow: 1m',
      '33 warning unused-field',
      'Occurrences',
    ],
    [
      'target: 0.99\n      compositeWeight: 2',
      '33 error composite',
      'not supported yet',
    ],
    [
      'target: 0.99\n    - displayName: good!\n      target: 0.9',
      '33 error objective-name',
      'known as "good"',
    ],
    [
      'target: 0.99\n    - displayName: "!!"\n      target: 0.9',
      '33 error objective-name',
      'neither a letter',
    ],
  ])('with %j', (target, problem, words) => {
    const { said, messages } = problemsOf(changed('target: 0.99', target));
    expect(said).toContain(problem);
    expect(messages).toContain(words);
  });

  it.each([
    ['5m', '7m', '34 error slice-window', 'does not divide a day'],
    ['5m', '2d', '34 error slice-window', 'does not divide a day'],
    ['0.95', '0', '33 error slice-target', 'above 0'],
    ['0.95', '1.01', '33 error slice-target', 'at most 1'],
    [
      '      timeSliceTarget: 0.95\n',
      '',
      '31 error missing-field',
      'timeSliceTarget',
    ],
    [
      '      timeSliceWindow: 5m\n',
      '',
      '31 error missing-field',
      'timeSliceWindow',
    ],
  ])('of time slices with %s → %s', (from, to, problem, words) => {
    const { said, messages } = problemsOf(slices(SLICES.replace(from, to)));
    expect(said).toEqual([problem]);
    expect(messages).toContain(words);
  });

  it('of ratio time slices has no slice target', () => {
    expect(problemsOf(slices(SLICES, 'RatioTimeslices')).said).toEqual([
      '33 warning unused-field',
    ]);
  });

  it('of a threshold needs op and value', () => {
    const from = SLO.indexOf('      ratioMetric:');
    const to = SLO.indexOf('  timeWindow:');
    const metric = `      thresholdMetric:
        metricSource: { type: prometheus, spec: { query: q } }
`;
    const text = `${SLO.slice(0, from)}${metric}${SLO.slice(to)}`;
    const { said, messages } = problemsOf(text);
    expect(said).toEqual(['21 error missing-field', '21 error missing-field']);
    expect(messages).toContain('"op" is missing');
    expect(messages).toContain('"value" is missing');
  });
});

describe('an alert policy', () => {
  it.each([
    ['op: gt', 'op: lte', '44 error alert-operator', 'while all is well'],
    ['op: gt', 'op: gte', '44 warning alert-operator', 'read as gt'],
    ['14.4', '0', '45 error alert-factor', 'above 0'],
    ['14.4', '0.5', '33 error alert-factor', 'below the rate of 1'],
    ['14.4', '0.95', '33 warning alert-factor', 'slightly below'],
    ['14.4', '100', '33 warning alert-unreachable', 'fast never fires'],
    ['1h', '10m', '33 error alert-short-window', 'two sample intervals'],
    ['1h', '31d', '33 error alert-long-window', 'exceeds'],
    ['kind: burnrate', 'kind: budget', '43 error choice', 'burnrate'],
    ['severity: page', 'severity: loud', '41 error choice', 'page, critical'],
    [
      'lookbackWindow: 1h',
      'lookbackWindow: 1h\n                alertAfter: 10m',
      '47 warning unused-field',
      '5 min',
    ],
    [
      '          - metadata:',
      '          - conditionRef: x\n          - metadata:',
      '37 error conditions',
      'exactly one',
    ],
    [
      '    - metadata:',
      '    - none-such\n    - metadata:',
      '34 error unknown-reference',
      'no AlertPolicy "none-such"',
    ],
  ])('%j → %j', (from, to, problem, words) => {
    const { said, messages } = problemsOf(changed(from, to));
    expect(said).toEqual([problem]);
    expect(messages).toContain(words);
  });
});

describe('duplicates', () => {
  it('of a name leave the first, and say where it is', () => {
    const { objectives, problems } = readOpenSlo([
      { file: 'a.yaml', text: SLO },
      { file: 'b.yaml', text: SLO.replace('0.99', '0.5') },
    ]);
    expect(objectives.map(({ rule }) => rule.target)).toEqual([0.99]);
    expect(problems).toEqual([
      {
        severity: 'error',
        file: 'b.yaml',
        line: 1,
        rule: 'duplicate-name',
        message:
          'there is a SLO api-reads already, in a.yaml line 1: rename or remove one',
      },
    ]);
  });
});
