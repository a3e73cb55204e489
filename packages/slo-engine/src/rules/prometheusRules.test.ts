import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parse, stringify } from 'yaml';
import { Indicator, ObjectiveDefinition } from '../types';
import { definition, prometheus, REQUESTS } from './__testUtils__/definition';
import { prometheusRules } from './prometheusRules';

let folder: string;

beforeAll(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'conductor-rules-'));
});

afterAll(() => fs.rmSync(folder, { recursive: true }));

const installed = spawnSync('promtool', ['--version']).status === 0;

function promtool(...args: string[]): string {
  try {
    return execFileSync('promtool', args, { cwd: folder, encoding: 'utf8' });
  } catch (error) {
    const { stdout, stderr } = error as { stdout: string; stderr: string };
    throw new Error(`${stdout}\n${stderr}`, { cause: error });
  }
}

function write(name: string, text: string): string {
  fs.writeFileSync(path.join(folder, name), text);
  return name;
}

const names = (yaml: string) =>
  parse(yaml).groups.flatMap((group: { rules: Record<string, string>[] }) =>
    group.rules.map(({ record, alert }) => record ?? alert),
  );

describe('prometheusRules', () => {
  it('records the share of errors of every window that an alert row looks at, and of the whole window', () => {
    expect(names(prometheusRules([definition()]))).toEqual([
      'slo:sli_error:increase5m',
      'slo:sli_total:increase5m',
      'slo:sli_error:ratio_rate5m',
      'slo:sli_error:ratio_rate30m',
      'slo:sli_error:ratio_rate1h',
      'slo:sli_error:ratio_rate2h',
      'slo:sli_error:ratio_rate6h',
      'slo:sli_error:ratio_rate1d',
      'slo:sli_error:ratio_rate3d',
      'slo:sli_error:ratio_rate30d',
      'slo:objective:ratio',
      'slo:error_budget:ratio',
      'slo:time_period:days',
      'slo:current_burn_rate:ratio',
      'slo:period_burn_rate:ratio',
      'slo:period_error_budget_remaining:ratio',
      'sloth_slo_info',
      'SloBudgetBurnsFast',
      'SloBudgetBurns',
    ]);
  });

  it('records nothing of a period of the calendar, and nothing of what is measured elsewhere', () => {
    const monthly = definition({
      window: {
        kind: 'calendar',
        duration: '1M',
        startTime: '2026-01-01 00:00:00',
        timeZone: 'Europe/Berlin',
      },
    });
    expect(names(prometheusRules([monthly]))).not.toContain(
      'slo:period_burn_rate:ratio',
    );
    const pushed = { type: 'pushed', spec: {} };
    const elsewhere = definition({
      indicator: { ...REQUESTS, bad: pushed, total: pushed } as Indicator,
    });
    expect(names(prometheusRules([elsewhere]))).toEqual([]);
  });

  it('says where a query is that cannot be read', () => {
    const broken = definition({
      indicator: { ...REQUESTS, total: prometheus('sum(') } as Indicator,
      at: { file: 'broken.yaml', line: 12 },
    });
    expect(() => prometheusRules([broken])).toThrow(
      'broken.yaml:12: ratioMetric.total.metricSource.spec.query: PromQL cannot be read from line 1, column 5 on',
    );
  });
});

const KINDS: Record<string, Partial<ObjectiveDefinition>> = {
  'bad events': {},
  'good events, differences and absent series': {
    indicator: {
      kind: 'ratio',
      counter: true,
      good: prometheus('sum(a_total) - (sum(b_total) or vector(0))'),
      total: prometheus('sum(a_total)'),
    },
  },
  'expressions of counters': {
    indicator: {
      kind: 'ratio',
      counter: true,
      good: prometheus('max by (x) (a_total)'),
      total: prometheus('max by (x) (b_total)'),
    },
  },
  'events that are counted already': {
    indicator: {
      kind: 'ratio',
      counter: false,
      good: prometheus('good'),
      total: prometheus('all'),
    },
  },
  shares: {
    indicator: {
      kind: 'raw-ratio',
      raw: prometheus('a / b'),
      rawType: 'success',
    },
  },
  thresholds: {
    indicator: {
      kind: 'threshold',
      metric: prometheus('histogram_quantile(0.9, sum by (le) (rate(a[5m])))'),
      op: 'lte',
      value: 0.35,
    },
  },
  slices: {
    rule: {
      target: 0.95,
      method: 'Timeslices',
      sliceMinutes: 5,
      sliceTarget: 0.99,
    },
  },
  'shares of slices': {
    rule: { target: 0.95, method: 'RatioTimeslices', sliceMinutes: 60 },
  },
  'words that look like templates': {
    title: 'Say {{ .Labels }} "twice"\n{{ fail }}',
    slo: 'quoted',
    service: 'a"b\\c',
  },
};

if (!installed) {
  it('needs promtool, which is not installed: nothing checked', () => {
    expect(installed).toBe(false);
  });
} else {
  describe('promtool', () => {
    it('takes rules of every kind of indicator and budget', () => {
      const all = Object.values(KINDS).map((more, i) =>
        definition({ objective: String(i), ...more }),
      );
      const file = write('kinds.yml', prometheusRules(all));
      expect(promtool('check', 'rules', file)).toContain('SUCCESS');
    });

    it('sees alerts start and end, and a ratio that weighs events', () => {
      const rules = write('requests.yml', prometheusRules([definition()]));
      const labels = {
        entity: 'component:default/gateway',
        environment: 'production',
        sloth_id: 'gateway-availability-0-production',
        sloth_service: 'gateway',
        sloth_slo: 'availability/0',
      };
      const alertAt = (eval_time: string, fires?: string) => ({
        eval_time,
        alertname: 'SloBudgetBurnsFast',
        exp_alerts: fires
          ? [
              {
                exp_labels: {
                  ...labels,
                  severity: 'page',
                  sloth_severity: 'page',
                },
                exp_annotations: {
                  summary:
                    'Availability of component:default/gateway (production) burns its error budget',
                  description: `Both windows of an alert row burn faster than its factor; the shorter one has ${fires} bad.`,
                },
              },
            ]
          : [],
      });
      const test = {
        rule_files: [rules],
        evaluation_interval: '1m',
        tests: [
          {
            interval: '1m',
            // Two busy hours without an error; a quiet hour in which a tenth of all fails; then calm again.
            input_series: [
              {
                series: 'requests_total{job="gateway",code="200"}',
                values: '0+1000x120 120009+9x60 120559+10x300',
              },
              {
                series: 'requests_total{job="gateway",code="500"}',
                values: '0+0x120 1+1x60 61+0x300',
              },
            ],
            alert_rule_test: [
              alertAt('1h50m'),
              alertAt('3h', '10%'),
              alertAt('3h20m'),
            ],
            promql_expr_test: [
              {
                expr: 'slo:sli_error:ratio_rate5m',
                eval_time: '3h',
                exp_samples: [
                  {
                    labels: `slo:sli_error:ratio_rate5m{${Object.entries({
                      ...labels,
                      sloth_window: '5m',
                    })
                      .map(([name, value]) => `${name}="${value}"`)
                      .join(',')}}`,
                    value: 0.1,
                  },
                ],
              },
              {
                // 60 of 120,600, not the mean of ratios that were 0.1 for a third of the time. promtool does not know the interval of a group.
                expr: 'count(slo:sli_error:ratio_rate30d > 0.00045 < 0.00055)',
                eval_time: '3h',
                exp_samples: [{ labels: '{}', value: 1 }],
              },
            ],
          },
        ],
      };
      const file = write('requests.test.yml', stringify(test));
      expect(promtool('test', 'rules', file)).toContain('SUCCESS');
    });
  });
}
