import {
  defaultAlertRows,
  Indicator,
  ObjectiveDefinition,
} from '@maestro-conductor/slo-engine';

const DAYS = 30;

/** Target of all objectives. */
export const TARGET = 0.99;

/** Selectors of an objective. */
export function selectorsOf(objective: number) {
  const service = `service="s${objective}"`;
  return {
    bad: `requests_total{${service},code="500"}`,
    total: `requests_total{${service}}`,
  };
}

/** An objective as our own documents would say it. */
export function definitionOf(objective: number): ObjectiveDefinition {
  const { bad, total } = selectorsOf(objective);
  const metric = (selector: string) => ({
    type: 'prometheus',
    spec: { query: `sum(${selector})` },
  });
  const indicator: Indicator = {
    kind: 'ratio',
    counter: true,
    bad: metric(bad),
    total: metric(total),
  };
  return {
    slo: `slo-${objective}`,
    objective: '0',
    title: `SLO ${objective}`,
    service: `s${objective}`,
    entityRef: `component:default/s${objective}`,
    environment: 'production',
    rule: { target: TARGET, method: 'Occurrences' },
    window: { kind: 'rolling', duration: `${DAYS}d` },
    indicator,
    alertRows: defaultAlertRows(DAYS * 1_440),
    at: { file: 'bench', line: 1 },
    digest: '',
  };
}
