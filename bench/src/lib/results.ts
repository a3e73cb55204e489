/** One figure as it was measured. */
export interface Measurement {
  /** `<benchmark's own words>.<database>`: lower case, stable over versions, so that runs can be compared. */
  id: string;
  value: number;
  /** `ms`, `MB`, `records/s`, `x` (a ratio) … */
  unit: string;
  /** What is to be reached, in `unit`. */
  target: number;
  /** Whether the value must be at least the target, or at most. */
  better: 'higher' | 'lower';
  /** True for ratios, which hold on any machine; absolute figures are reported only. */
  gate: boolean;
  /** What the value is compared with: the same work done by the peer, in the same unit as the time behind the ratio. */
  peer?: number;
  /** How many times better than the peer. */
  ratio?: number;
}

/** A measurement, and whether it reached its target. */
export interface Result extends Omit<Measurement, 'better'> {
  met: boolean;
}

/** What a benchmark found: the object that `--json` prints. */
export interface Report {
  name: string;
  results: Result[];
}

/** Judges a measurement. A value that is no finite number could not be measured: that is an error, never a miss. */
export function toResult({ better, ...rest }: Measurement): Result {
  if (!Number.isFinite(rest.value)) {
    throw new Error(`${rest.id} was measured as ${rest.value}`);
  }
  const met =
    better === 'higher' ? rest.value >= rest.target : rest.value <= rest.target;
  return { ...rest, met };
}

/**
 * A gate on how many times faster we are than the peer.
 *
 * @param times - of the same work, in milliseconds
 * @param atLeast - the ratio to be reached
 */
export function fasterThanPeer(
  id: string,
  times: { ours: number; peer: number },
  atLeast: number,
): Measurement {
  const ratio = times.peer / times.ours;
  return {
    id,
    value: times.ours,
    unit: 'ms',
    target: times.peer / atLeast,
    better: 'lower',
    gate: true,
    peer: times.peer,
    ratio,
  };
}
