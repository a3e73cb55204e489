import { EvidenceReader } from '@maestro-conductor/plugin-evidence-common';
import {
  ArtifactText,
  defineReader,
  ParsedArtifact,
} from '../reader/defineReader';
import { InvalidArtifactError } from '../reader/InvalidArtifactError';
import { parseXml } from './parseXml';
import { TestTally } from './TestTally';

/** How far a document type declaration is looked for, in characters: the search is not linear. */
const PROLOG = 4096;

async function parse({
  head,
  portions,
}: ArtifactText): Promise<ParsedArtifact | undefined> {
  const tally = new TestTally();
  let isJunit = true;
  let sawRoot = false;
  try {
    await parseXml(portions, {
      onOpen(element, ancestors) {
        if (ancestors.length === 0) {
          sawRoot = true;
          isJunit =
            element.name === 'testsuites' || element.name === 'testsuite';
          if (!isJunit) return false;
        }
        tally.open(element, ancestors);
        return true;
      },
      onClose: name => tally.close(name),
    });
  } catch (error) {
    // Damaged before its first element and without a word of tests: that may be any XML.
    if (
      error instanceof InvalidArtifactError &&
      !sawRoot &&
      !/<testsuites?\b/.test(head) &&
      !/<!DOCTYPE[^>]*\[/i.test(head.slice(0, PROLOG))
    ) {
      return undefined;
    }
    throw error;
  }
  if (!isJunit) return undefined;
  if (tally.total === 0) {
    throw new InvalidArtifactError(
      'testcase',
      'the report holds no testcase, so it proves nothing: check that the tests ran, or do not push it',
    );
  }
  return { facts: tally.facts, observedAt: tally.observedAt };
}

/**
 * Reads JUnit XML (`testsuites` or `testsuite` at the root) as test results.
 *
 * Everything is counted from the `testcase` elements; what the attributes of suites claim (`tests`, `failures`) is
 * not read. A failure or error of a suite itself counts as one failed test. Tests that the runner marks as disabled
 * did not run and count as `test.disabled`, apart from passed and skipped: the four add up to `test.total`.
 * `test.duration` is the sum over the tests, left out where a test that ran states no time.
 *
 * No document type with content is accepted, no entity is expanded. Any cut in the file makes it invalid.
 *
 * @public
 */
export const junitReader: EvidenceReader = defineReader({
  format: 'junit',
  kind: 'tests',
  mediaType: 'application/xml',
  looksLike: head => /^\s*<[?!a-zA-Z]/.test(head),
  parse,
});
