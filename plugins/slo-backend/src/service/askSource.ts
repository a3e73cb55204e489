import { LoggerService } from '@backstage/backend-plugin-api';
import {
  MinuteSample,
  SampleAnswer,
  SampleRequest,
  SampleSource,
} from '@maestro-conductor/plugin-slo-node';
import { whileNotAborted } from './whileNotAborted';

/** @see SampleAnswer */
export type ReadAnswer = SampleAnswer;

const MOST_LETTERS = 300;

/**
 * Asks a source, and gives an answer for each request whatever happens: where the source is away, takes too long or leaves one out, its
 * problem in a sentence. Samples outside what was asked for, and such that are no counts, are dropped.
 */
export async function askSource(options: {
  /** Undefined where none of this type is installed. */
  source: SampleSource | undefined;
  type: string;
  requests: readonly SampleRequest[];
  signal: AbortSignal;
  timeoutMs: number;
  logger: LoggerService;
}): Promise<Map<string, ReadAnswer>> {
  const { source, type, requests, timeoutMs, logger } = options;
  const all = (problem: string) =>
    new Map(requests.map(({ id }) => [id, { problem }]));
  if (!source) {
    return all(
      `No source of type ${type} is installed: add its module to the backend.`,
    );
  }
  const timeout = AbortSignal.timeout(timeoutMs);
  const signal = AbortSignal.any([options.signal, timeout]);
  let answers: Map<string, SampleAnswer>;
  try {
    answers = await whileNotAborted(source.read(requests, { signal }), signal);
  } catch (error) {
    if (timeout.aborted) {
      return all(`${type} did not answer within ${timeoutMs / 1_000} seconds.`);
    }
    logger.warn(`Samples could not be read from ${type}`, error as Error);
    return all(sentenceOf(type, error));
  }
  return new Map(
    requests.map(request => [
      request.id,
      checked(request, answers.get(request.id), type),
    ]),
  );
}

/** An address may hold a password: what stands before its @ is left out. */
function sentenceOf(type: string, error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const plain = message.replace(/\/\/[^\s/@]*@/g, '//').replace(/\s+/g, ' ');
  return `${type} could not be read: ${plain.slice(0, MOST_LETTERS)}`;
}

function checked(
  { from, to }: SampleRequest,
  answer: SampleAnswer | undefined,
  type: string,
): ReadAnswer {
  if (!answer) return { problem: `${type} gave no answer for this objective.` };
  if ('problem' in answer) {
    return { problem: answer.problem.slice(0, MOST_LETTERS) };
  }
  const readUntil = Math.max(from, Math.min(answer.readUntil, to));
  return {
    readUntil,
    samples: answer.samples.filter(
      sample => isCount(sample) && sample.minute >= from && sample.minute < to,
    ),
  };
}

function isCount({ minute, good, total }: MinuteSample): boolean {
  return (
    Number.isInteger(minute) &&
    Number.isFinite(total) &&
    good >= 0 &&
    good <= total
  );
}
