import { DimensionDefinition } from '@maestro-conductor/plugin-readiness-common';

/** A dimension as it is before a scorecard gives it a weight. */
export type DimensionTemplate = Omit<DimensionDefinition, 'weight'>;

/** Evidence kinds that the `evidence` dimension asks for where a scorecard does not say. */
export const DEFAULT_REQUIRED_EVIDENCE = ['coverage', 'tests', 'load', 'facts'];

const TEMPLATES: DimensionTemplate[] = [
  {
    name: 'coverage',
    title: 'Test coverage',
    measure: 'of lines covered',
    value: {
      function: 'linear',
      fact: 'test.coverage.lines',
      zeroAt: 0,
      fullAt: 0.8,
    },
    boundToCommit: true,
    nextStep:
      'Cover more lines with tests, and push the lcov report from the pipeline of the default branch.',
  },
  {
    name: 'slo',
    title: 'Service level objectives',
    measure: 'of objectives met',
    value: { function: 'linear', fact: 'slo.adherence', zeroAt: 0, fullAt: 1 },
    boundToCommit: false,
    nextStep:
      'Define objectives in OpenSLO where there are none (annotation maestro-conductor.dev/slo), see that their samples arrive, and bring those that are missed back within their budget.',
  },
  {
    name: 'evidence',
    title: 'Evidence',
    value: { function: 'fresh-kinds', kinds: DEFAULT_REQUIRED_EVIDENCE },
    boundToCommit: false,
    nextStep: 'Push the missing kinds of evidence from the pipeline.',
  },
  {
    name: 'runbooks',
    title: 'Runbook',
    value: {
      function: 'recency',
      fact: 'repo.runbook.changed_at',
      fullDays: 180,
      zeroDays: 360,
      requires: 'catalog.runbook.exists',
    },
    boundToCommit: false,
    nextStep:
      'Name the runbook in catalog-info.yaml (annotation maestro-conductor.dev/runbook), go through it, and declare when it last changed from the pipeline.',
  },
  {
    name: 'chaos_recency',
    title: 'Chaos test',
    value: {
      function: 'recency',
      fact: 'chaos.passed_at',
      fullDays: 14,
      zeroDays: 60,
      lastOutcomeFact: 'chaos.passed',
      failedCap: 0.5,
    },
    boundToCommit: false,
    nextStep: 'Run the chaos experiment until it passes, and push its outcome.',
  },
  {
    name: 'k6_recency',
    title: 'Load test',
    value: {
      function: 'recency',
      fact: 'load.passed_at',
      fullDays: 14,
      zeroDays: 60,
      lastOutcomeFact: 'load.passed',
      failedCap: 0.5,
    },
    boundToCommit: false,
    nextStep:
      'Run the k6 test until its thresholds hold, and push its summary.',
  },
];

/** The dimensions a scorecard can weigh, by name. */
export const BUILT_IN_DIMENSIONS: ReadonlyMap<string, DimensionTemplate> =
  new Map(TEMPLATES.map(template => [template.name, template]));
