import { isError } from '@backstage/errors';
import { normalizeEntityRef } from '@maestro-conductor/backend-kit';
import {
  PushedSeries,
  PushSamplesResult,
} from '@maestro-conductor/plugin-slo-common';
import {
  SamplesToSave,
  SampleStore,
  SavedSamples,
} from '../database/SampleStore';
import { StateStore } from '../database/StateStore';
import { findTarget, PushTarget } from '../domain/findTarget';
import { isPushError, PushError, pushError } from '../domain/pushError';
import { readSamples } from '../domain/readSamples';
import { createBreather } from './createBreather';

/** Series kept in one transaction. */
const KEPT_TOGETHER = 20;
const MOST_NAME = 128;
const FORMS: unknown[] = ['delta', 'counter', undefined];

/** Whether the caller may push samples of an entity in an environment; what to tell them where not. */
export type MayPush = (
  entityRef: string,
  environment: string,
) => Promise<PushError | undefined>;

/** Takes pushed samples into the store. One series that is wrong keeps no other from it. */
export class SampleKeeper {
  readonly #samples: SampleStore;
  readonly #states: Pick<StateStore, 'findTargets'>;
  readonly #now: () => Date;

  constructor(options: {
    samples: SampleStore;
    states: Pick<StateStore, 'findTargets'>;
    now(): Date;
  }) {
    this.#samples = options.samples;
    this.#states = options.states;
    this.#now = options.now;
  }

  /** What became of each series, in their order. The same samples again are accepted and change nothing. */
  async push(
    series: readonly PushedSeries[],
    options: { mayPush: MayPush },
  ): Promise<PushSamplesResult[]> {
    const breathe = createBreather();
    const checked: (SamplesToSave | PushError)[] = [];
    const find = this.#finder(options.mayPush);
    for (const one of series) {
      checked.push(await this.#check(one, find));
      await breathe();
    }
    const results: PushSamplesResult[] = [];
    const good = checked.flatMap((item, index) =>
      isPushError(item) ? [] : [{ item, index }],
    );
    for (let start = 0; start < good.length; start += KEPT_TOGETHER) {
      const part = good.slice(start, start + KEPT_TOGETHER);
      const saved = await this.#samples.saveSamples(
        part.map(({ item }) => item),
        this.#now(),
      );
      part.forEach(({ index }, place) => {
        results[index] = resultOf(index, saved[place]);
      });
    }
    checked.forEach((item, index) => {
      if (!isPushError(item)) return;
      results[index] = { index, status: 'rejected', error: item };
    });
    return results;
  }

  async #check(
    series: PushedSeries,
    find: (series: PushedSeries) => Promise<PushTarget | PushError>,
  ): Promise<SamplesToSave | PushError> {
    const { series: name = '', form = 'delta' } = series;
    if (typeof name !== 'string' || name.length > MOST_NAME) {
      return pushError(
        'InvalidField',
        'series',
        `must be a name of at most ${MOST_NAME} characters`,
      );
    }
    if (!FORMS.includes(series.form)) {
      return pushError('InvalidField', 'form', 'must be delta or counter');
    }
    const target = await find(series);
    if (isPushError(target)) return target;
    const read = readSamples(series, this.#now());
    if (isPushError(read)) return read;
    return {
      objectiveId: target.id,
      rule: target.definition.rule,
      series: name,
      form,
      samples: read.samples,
    };
  }

  /** Looks each entity and environment of a push up once. */
  #finder(mayPush: MayPush) {
    const places = new Map<string, Promise<PushTarget[] | PushError>>();
    return async (series: PushedSeries): Promise<PushTarget | PushError> => {
      const { environment = 'production' } = series;
      const entityRef = readRef(series.entityRef);
      if (typeof entityRef !== 'string') return entityRef;
      const key = `${entityRef}\n${environment}`;
      const found =
        places.get(key) ?? this.#targets(entityRef, environment, mayPush);
      places.set(key, found);
      const targets = await found;
      return isPushError(targets)
        ? targets
        : findTarget(series, { entityRef, environment }, targets);
    };
  }

  async #targets(
    entityRef: string,
    environment: string,
    mayPush: MayPush,
  ): Promise<PushTarget[] | PushError> {
    // Who may not speak for an entity hears nothing of its objectives.
    const denied = await mayPush(entityRef, environment);
    return denied ?? (await this.#states.findTargets(entityRef, environment));
  }
}

function readRef(input: string): string | PushError {
  try {
    return normalizeEntityRef(input, 'entityRef');
  } catch (error) {
    const message = isError(error) ? error.message : String(error);
    return { code: 'InvalidField', field: 'entityRef', message };
  }
}

function resultOf(index: number, saved: SavedSamples): PushSamplesResult {
  return 'changed' in saved
    ? { index, status: 'accepted', changed: saved.changed }
    : {
        index,
        status: 'rejected',
        error: pushError(
          'InvalidField',
          'form',
          `this series was pushed as ${saved.keptAs} on the same day. Push it in that form, or give it another name in series`,
        ),
      };
}
