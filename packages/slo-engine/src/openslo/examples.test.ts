import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readOpenSlo } from './readOpenSlo';

/** What the published examples read as: objectives, then problems as "line severity rule". */
const EXPECTED: Record<string, [objectives: string[], problems: string[]]> = {
  'go-sdk-v1-examples/alert_conditions.yaml': [
    [],
    // One alerts while the burn rate is at most 2; one says alertAfter, which follows from the window.
    ['17 error alert-operator', '42 warning unused-field'],
  ],
  'go-sdk-v1-examples/alert_notification_targets.yaml': [[], []],
  'go-sdk-v1-examples/alert_policies.yaml': [
    [],
    // Its condition is in another file.
    ['16 error unknown-reference', '66 error unknown-reference'],
  ],
  'go-sdk-v1-examples/data_sources.yaml': [
    [],
    ['30 warning secret-in-document', '31 warning secret-in-document'],
  ],
  // The same name twice.
  'go-sdk-v1-examples/services.yaml': [[], ['13 error duplicate-name']],
  'go-sdk-v1-examples/slis.yaml': [[], []],
  'go-sdk-v1-examples/slos.yaml': [
    ['web-availability good 0.995'],
    ['40 warning unused-field'],
  ],
  'openslo-examples/budgeting-method/occurences-slo.yaml': [
    ['search-slo good-experience 0.99'],
    [],
  ],
  'openslo-examples/budgeting-method/ratio-timeslices.yaml': [
    ['main-page good 0.99'],
    ['15 warning counter', '32 warning unused-field'],
  ],
  'openslo-examples/budgeting-method/timeslices-slo.yaml': [
    [],
    // Means a month and writes 1m, a minute.
    ['15 warning counter', '27 error window-length', '35 warning unused-field'],
  ],
  'openslo-examples/treat-low-traffic-as-equally-important/timeslices-slo.yaml':
    [
      ['service-availability objective 0.9995'],
      ['13 warning counter', '33 warning unused-field'],
    ],
};

const data = process.env.CONDUCTOR_TEST_DATA;
if (!data) {
  it('needs CONDUCTOR_TEST_DATA, not set: nothing checked', () => {
    expect(data).toBeFalsy();
  });
} else {
  const folder = join(data, 'openslo');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.yaml'))
    .sort();

  describe('the published examples of OpenSLO', () => {
    it('are those that are expected', () => {
      expect(files).toEqual(Object.keys(EXPECTED).sort());
    });

    it.each(files)('%s reads, or fails for the known reasons', file => {
      const text = readFileSync(join(folder, file), 'utf8');
      const { objectives, problems } = readOpenSlo([{ file, text }]);
      expect([
        objectives.map(({ slo, objective, rule }) =>
          [slo, objective, rule.target].join(' '),
        ),
        problems.map(({ line, severity, rule }) =>
          [line, severity, rule].join(' '),
        ),
      ]).toEqual(EXPECTED[file]);
    });

    it('find each other when they are read together', () => {
      const together = files
        .filter(file => file.startsWith('go-sdk'))
        .map(file => ({
          file,
          text: readFileSync(join(folder, file), 'utf8'),
        }));
      const { problems } = readOpenSlo(together);
      const references = problems.filter(({ rule }) => /reference/.test(rule));
      // The condition is found, and has an error of its own.
      expect(references.map(({ rule }) => rule)).toEqual([
        'broken-reference',
        'broken-reference',
      ]);
    });
  });
}
