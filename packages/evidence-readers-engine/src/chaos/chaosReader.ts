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
import { JsonFormat, parseJson } from '../reader/parseJson';
import { count, milliseconds, yesOrNo } from '../reader/readings';
import { Journal } from './Journal';

/** Only a journal has it; an experiment does not. */
const OWN_KEY = /"chaoslib-version"\s*:/;

const FORMAT: JsonFormat = {
  limit: {
    bytes: 1024 * 1024,
    what: 'a journal of the Chaos Toolkit',
    wayOut: 'let the probes return less output',
  },
  ownKey: OWN_KEY,
  isOwn: root => Object.hasOwn(root, 'chaoslib-version'),
};

/**
 * Whether the service stood the experiment; `undefined` where the run tells neither: no hypothesis was verified during or
 * after the method, or no action was carried out.
 */
function verdictOf(journal: Journal): boolean | undefined {
  const { before, verified } = journal.steadyStates();
  const { total, failed } = journal.actions();
  const isUnmet = before === false || verified.includes(false);
  if (journal.status() !== 'completed' || journal.deviated() || isUnmet) {
    return false;
  }
  const isProven = verified.length > 0 && total > 0 && failed === 0;
  return isProven ? true : undefined;
}

async function parse(
  artifact: ArtifactText,
): Promise<ParsedArtifact | undefined> {
  const root = await parseJson(artifact, FORMAT);
  if (!root) return undefined;
  const journal = new Journal(root);
  if (journal.isDry()) {
    throw new InvalidArtifactError(
      'experiment.dry',
      'the experiment was a dry run, in which nothing was done to the service: run it without --dry',
    );
  }
  const { end, duration } = journal.time();
  const { total, failed } = journal.actions();
  const passed = verdictOf(journal);
  const verdict: FactReading[] =
    passed === undefined ? [] : [yesOrNo('chaos.passed', passed)];
  return {
    observedAt: end,
    facts: [
      ...verdict,
      yesOrNo('chaos.deviated', journal.deviated()),
      milliseconds('chaos.duration', duration),
      count('chaos.actions', total),
      count('chaos.actions_failed', failed),
    ],
  };
}

/**
 * Reads journals of the Chaos Toolkit, which `chaos run` writes as `journal.json`.
 *
 * `chaos.passed` is true where the run completed without deviation, the steady state was verified during or after the
 * method, and every action was carried out. It is false where the run did not complete, deviated, or found the steady
 * state unmet, even before the method. Where a run shows neither, it is left out. A dry run is invalid.
 *
 * Observed when the run ended. Any cut in the file makes it invalid.
 *
 * @public
 */
export const chaosReader: EvidenceReader = defineReader({
  format: 'chaostoolkit',
  kind: 'chaos',
  mediaType: 'application/json',
  looksLike: head => /^\s*\{/.test(head) && OWN_KEY.test(head),
  parse,
});
