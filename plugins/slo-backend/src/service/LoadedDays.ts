import {
  DayCounts,
  DayRollUp,
  decodeDay,
  SampleDays,
} from '@maestro-conductor/slo-engine';

/** Days of one objective, in memory: sums of all that were read, and those packed days that are needed minute by minute. */
export class LoadedDays implements SampleDays {
  /** Revision of the samples that this is of. */
  revision: number;
  /** The first day that was read. */
  readonly fromDay: number;
  /** `ruleKey` of the sums. */
  readonly rule: string;
  readonly rollUps = new Map<number, DayRollUp>();
  readonly blocks = new Map<number, Uint8Array>();
  readonly #decoded = new Map<number, DayCounts>();

  constructor(options: { fromDay: number; rule: string }) {
    this.fromDay = options.fromDay;
    this.rule = options.rule;
    this.revision = 0;
  }

  rollUp(day: number): DayRollUp | undefined {
    return this.rollUps.get(day);
  }

  counts(day: number): DayCounts | undefined {
    const known = this.#decoded.get(day);
    if (known) return known;
    const block = this.blocks.get(day);
    if (!block) return undefined;
    const counts = decodeDay(block);
    this.#decoded.set(day, counts);
    return counts;
  }

  /** A day says something else. */
  replace(day: number, rollUp: DayRollUp): void {
    this.rollUps.set(day, rollUp);
    this.blocks.delete(day);
    this.#decoded.delete(day);
  }

  /** Lets go of what is unpacked, which takes ten times the room, and of packed days other than these. */
  rest(keep: readonly number[]): void {
    this.#decoded.clear();
    for (const day of this.blocks.keys()) {
      if (!keep.includes(day)) this.blocks.delete(day);
    }
  }
}
