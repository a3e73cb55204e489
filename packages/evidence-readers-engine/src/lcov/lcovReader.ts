import { EvidenceReader } from '@maestro-conductor/plugin-evidence-common';
import {
  ArtifactText,
  defineReader,
  ParsedArtifact,
} from '../reader/defineReader';
import { InvalidArtifactError } from '../reader/InvalidArtifactError';
import { ratio } from '../reader/readings';
import { Tally } from './HitCount';
import { LcovParser } from './LcovParser';
import { LineSplitter } from './LineSplitter';

function looksLike(head: string): boolean {
  const firstLine = /^(?:[ \t\r\n]|#[^\n]*\n)*([A-Z]{2}:)/.exec(
    head.slice(0, 4096),
  );
  return firstLine?.[1] === 'TN:' || firstLine?.[1] === 'SF:';
}

function sum(tallies: Tally[]): Tally {
  return tallies.reduce(
    (total, { found, hit }) => ({
      found: total.found + found,
      hit: total.hit + hit,
    }),
    { found: 0, hit: 0 },
  );
}

async function parse({ portions }: ArtifactText): Promise<ParsedArtifact> {
  const parser = new LcovParser();
  const splitter = new LineSplitter(parser);
  for await (const portion of portions) splitter.take(portion);
  splitter.end();
  parser.end();

  const files = [...parser.files.values()];
  const lines = sum(files.map(file => file.lines));
  if (lines.found === 0) {
    throw new InvalidArtifactError(
      'DA',
      'the report measures no line (no DA): a coverage of nothing is neither 0 nor 100 %; check what the tests instrument',
    );
  }
  const facts = [ratio('test.coverage.lines', lines.hit / lines.found)];

  const branches = sum(files.map(file => file.branches));
  if (branches.found > 0) {
    facts.push(ratio('test.coverage.branches', branches.hit / branches.found));
  }

  const perFile = files.map(file => file.functions);
  const functions = sum(perFile.filter(tally => tally !== undefined));
  if (functions.found > 0 && perFile.every(tally => tally !== undefined)) {
    facts.push(
      ratio('test.coverage.functions', functions.hit / functions.found),
    );
  }
  return { facts };
}

/**
 * Reads lcov tracefiles (`lcov.info`, versions 1 and 2) as coverage.
 *
 * The truth is a recount, not what the file claims: DA lines are merged per source file, so that a line listed twice
 * counts once, hit if any of the listings was hit; LF and LH are only checked against each other. Branches are
 * recounted from BRDA in the same way. Functions are recounted from FN and FNDA (or FNL and FNA), over the greater of
 * the functions listed and those stated by FNF, as some tools state functions that they do not list; where functions
 * are only stated, or there are none, the fact is left out.
 *
 * A report cut off inside a record is invalid. One cut off exactly between two records cannot be told from a smaller
 * report, in this format.
 *
 * @public
 */
export const lcovReader: EvidenceReader = defineReader({
  format: 'lcov',
  kind: 'coverage',
  mediaType: 'text/plain',
  looksLike,
  parse,
});
