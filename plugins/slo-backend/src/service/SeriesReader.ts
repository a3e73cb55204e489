import { ObjectiveSeries } from '@maestro-conductor/plugin-slo-common';
import {
  burnDown,
  chartDays,
  ObjectiveDefinition,
} from '@maestro-conductor/slo-engine';
import { SampleStore } from '../database/SampleStore';
import { DayReader } from './DayReader';

/** What a chart is asked for. */
export interface SeriesRequest {
  id: string;
  definition: ObjectiveDefinition;
  /** Minutes since 1970; the window where absent. */
  from?: number;
  to?: number;
  /** 2 to 500. */
  points: number;
}

/** Charts of single objectives. Nothing of them stays in memory. */
export class SeriesReader {
  readonly #samples: SampleStore;
  readonly #now: () => Date;

  constructor(options: { samples: SampleStore; now(): Date }) {
    this.#samples = options.samples;
    this.#now = options.now;
  }

  async read(request: SeriesRequest): Promise<ObjectiveSeries> {
    const { id, definition, from, to, points } = request;
    const now = this.#now();
    const range = { definition, now, from, to };
    const heads = await this.#samples.readHeads([id]);
    const loaded = await new DayReader({ store: this.#samples }).load([
      {
        objectiveId: id,
        rule: definition.rule,
        revision: heads.get(id)?.revision ?? 0,
        needed: chartDays(range),
      },
    ]);
    return burnDown({ ...range, days: loaded.get(id)!, points });
  }
}
