import { Benchmark } from './lib/benchmark';
import { readiness } from './readiness/readiness';
import { slo } from './slo/slo';

/** All benchmarks, by the name that the command takes. */
export const BENCHMARKS: Readonly<Record<string, Benchmark>> = {
  readiness,
  slo,
};
