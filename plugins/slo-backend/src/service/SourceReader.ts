import { LoggerService } from '@backstage/backend-plugin-api';
import {
  SampleRequest,
  SampleSource,
} from '@maestro-conductor/plugin-slo-node';
import { MINUTES_PER_DAY, windowAt } from '@maestro-conductor/slo-engine';
import { SampleStore } from '../database/SampleStore';
import { StateStore, Subject } from '../database/StateStore';
import { groupBy } from '../domain/groupBy';
import { PUSHED, sourceTypeOf } from '../domain/sourceTypeOf';
import { askSource, ReadAnswer } from './askSource';

/** Objectives whose definitions are held at a time. */
const PAGE = 1_000;
/** Minutes, over all objectives, that one request to a source may be about: its answer is held in memory. */
const MOST_MINUTES = 150_000;
/** Objectives whose samples are kept in one transaction. */
const KEPT_TOGETHER = 50;

const minuteOf = (time: Date) => Math.floor(time.getTime() / 60_000);

interface Read {
  subject: Subject;
  request: SampleRequest;
}

/**
 * Reads samples from where they are measured into the store. An objective that was never read is read back to the beginning of its window, at
 * most a day per request; each run goes on where the last one ended. What cannot be read keeps its place, and what was read stays.
 */
export class SourceReader {
  readonly #sources: ReadonlyMap<string, SampleSource>;
  readonly #samples: SampleStore;
  readonly #states: StateStore;
  readonly #logger: LoggerService;
  readonly #timeoutMs: number;
  readonly #now: () => Date;

  constructor(options: {
    sources: readonly SampleSource[];
    samples: SampleStore;
    states: StateStore;
    logger: LoggerService;
    /** How long a source may take for one request. */
    timeoutMs: number;
    now(): Date;
  }) {
    this.#sources = new Map(
      options.sources.map(source => [source.type, source]),
    );
    this.#samples = options.samples;
    this.#states = options.states;
    this.#logger = options.logger;
    this.#timeoutMs = options.timeoutMs;
    this.#now = options.now;
  }

  /** Brings all objectives up to now, or as far as there is time. @returns how many minutes say something else than before */
  async readAll(signal: AbortSignal): Promise<number> {
    let changed = 0;
    let behind: string[] = [];
    let after: string | undefined;
    let ids: string[];
    do {
      ids = await this.#states.listIds({ after, limit: PAGE });
      const page = await this.#readPage(ids, signal);
      changed += page.changed;
      behind = behind.concat(page.behind);
      after = ids.at(-1);
    } while (ids.length === PAGE && !signal.aborted);
    // Those that are current come first; what lies days back takes the time that is left.
    while (behind.length > 0 && !signal.aborted) {
      const page = await this.#readPage(behind.slice(0, PAGE), signal);
      changed += page.changed;
      behind = [...behind.slice(PAGE), ...page.behind];
    }
    return changed;
  }

  /** @returns ids of those that came further, and are not at the end yet */
  async #readPage(
    ids: readonly string[],
    signal: AbortSignal,
  ): Promise<{ changed: number; behind: string[] }> {
    const subjects = await this.#states.readSubjects(ids);
    const pulled = subjects.filter(s => sourceTypeOf(s.definition) !== PUSHED);
    const until = minuteOf(this.#now());
    const result = { changed: 0, behind: new Array<string>() };
    const byType = groupBy(pulled, s => sourceTypeOf(s.definition));
    for (const [type, own] of byType) {
      const reads = own.flatMap(subject => this.#readOf(subject, until));
      for (const batch of batches(reads)) {
        if (signal.aborted) return result;
        const answers = await askSource({
          source: this.#sources.get(type),
          type,
          requests: batch.map(({ request }) => request),
          signal,
          timeoutMs: this.#timeoutMs,
          logger: this.#logger,
        });
        const kept = await this.#keep(batch, answers);
        result.changed += kept.changed;
        result.behind.push(
          ...kept.advanced
            .filter(({ request }) => request.to < until)
            .map(({ request }) => request.id),
        );
      }
    }
    return result;
  }

  #readOf(subject: Subject, until: number): Read[] {
    const { id, definition, readUntil } = subject;
    const { from: start } = windowAt(definition.window, this.#now());
    const from = Math.max(start, readUntil ?? start);
    const to = Math.min(from + MINUTES_PER_DAY, until);
    return from < to
      ? [
          {
            subject,
            request: { id, indicator: definition.indicator, from, to },
          },
        ]
      : [];
  }

  async #keep(
    batch: readonly Read[],
    answers: ReadonlyMap<string, ReadAnswer>,
  ): Promise<{ changed: number; advanced: Read[] }> {
    const now = this.#now();
    const problems: { objectiveId: string; problem: string }[] = [];
    const advanced: Read[] = [];
    let changed = 0;
    for (let start = 0; start < batch.length; start += KEPT_TOGETHER) {
      const items = batch.slice(start, start + KEPT_TOGETHER).flatMap(read => {
        const { id: objectiveId, from } = read.request;
        const answer = answers.get(objectiveId)!;
        if ('problem' in answer) {
          problems.push({ objectiveId, problem: answer.problem });
          return [];
        }
        if (answer.readUntil > from) advanced.push(read);
        return [
          {
            objectiveId,
            rule: read.subject.definition.rule,
            series: '',
            form: 'delta' as const,
            samples: answer.samples,
            readUntil: answer.readUntil,
          },
        ];
      });
      const saved = await this.#samples.saveSamples(items, now);
      for (const one of saved) changed += 'changed' in one ? one.changed : 0;
    }
    await this.#samples.noteReads(problems, now);
    return { changed, advanced };
  }
}

/** Requests that go to a source together. */
function* batches(reads: readonly Read[]): Generator<Read[]> {
  let batch: Read[] = [];
  let minutes = 0;
  for (const read of reads) {
    const { from, to } = read.request;
    if (batch.length > 0 && minutes + to - from > MOST_MINUTES) {
      yield batch;
      batch = [];
      minutes = 0;
    }
    batch.push(read);
    minutes += to - from;
  }
  if (batch.length > 0) yield batch;
}
