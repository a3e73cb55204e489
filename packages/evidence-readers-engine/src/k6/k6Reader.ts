import {
  EvidenceReader,
  FactReading,
} from '@maestro-conductor/plugin-evidence-common';
import {
  ArtifactText,
  defineReader,
  ParsedArtifact,
} from '../reader/defineReader';
import { InvalidArtifactError } from '../reader/InvalidArtifactError';
import { isObject } from '../reader/isObject';
import { JsonFormat, parseJson } from '../reader/parseJson';
import { count, milliseconds, ratio, yesOrNo } from '../reader/readings';
import { K6Summary } from './K6Summary';

/** Metrics that k6 itself makes: one of them, or the tree of groups, tells its summary from other JSON. */
const BUILT_IN = ['iterations', 'iteration_duration', 'vus', 'http_reqs'];

const FORMAT: JsonFormat = {
  // Real summaries have some 10 to 100 KB.
  limit: {
    bytes: 1024 * 1024,
    what: 'a summary of k6',
    wayOut: 'send the summary, not the samples, with fewer tagged thresholds',
  },
  ownKey: /"(root_group|http_reqs|iteration_duration)"\s*:/,
  isOwn: ({ root_group: rootGroup, metrics }) =>
    isObject(metrics) &&
    (isObject(rootGroup) ||
      BUILT_IN.some(name => Object.hasOwn(metrics, name))),
};

function readingIf(
  make: (name: string, value: number) => FactReading,
  name: string,
  value: number | undefined,
): FactReading[] {
  return value === undefined ? [] : [make(name, value)];
}

async function parse(
  artifact: ArtifactText,
): Promise<ParsedArtifact | undefined> {
  const summary = await parseJson(artifact, FORMAT);
  if (!summary || !isObject(summary.metrics)) return undefined;

  const k6 = new K6Summary(summary.metrics);
  const requests = k6.count('http_reqs');
  const iterations = k6.count('iterations');
  const ran = (requests ?? 0) > 0 || (iterations ?? 0) > 0;
  const { total, crossed } = k6.thresholds();
  const facts = [
    ...(ran && total > 0
      ? [
          yesOrNo('load.passed', crossed === 0),
          count('load.thresholds_crossed', crossed),
        ]
      : []),
    ...readingIf(count, 'load.requests', requests),
    ...readingIf(count, 'load.iterations', iterations),
    ...readingIf(
      milliseconds,
      'load.http_req_duration.p95',
      k6.quantity('http_req_duration', 'p(95)'),
    ),
    ...readingIf(
      ratio,
      'load.http_req_failed.rate',
      k6.rate('http_req_failed'),
    ),
    ...readingIf(ratio, 'load.checks.rate', k6.rate('checks')),
  ];
  if (!ran) {
    throw new InvalidArtifactError(
      'metrics.iterations.count',
      'the summary has neither an iteration nor a request: nothing was tested; check that the load test ran',
    );
  }
  return { facts };
}

/**
 * Reads summaries of k6, both what `--summary-export` writes and the data given to `handleSummary`.
 *
 * `load.passed` is true where no threshold was crossed. A run without thresholds says nothing about passing: then
 * `load.passed` and `load.thresholds_crossed` are left out. The same for every metric that the run did not have.
 *
 * k6 summaries hold no time of their own. Any cut in the file makes it invalid.
 *
 * @public
 */
export const k6Reader: EvidenceReader = defineReader({
  format: 'k6-summary',
  kind: 'load',
  mediaType: 'application/json',
  looksLike: head => /^\s*\{/.test(head),
  parse,
});
