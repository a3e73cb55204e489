import { Measurement } from './results';

/** What a benchmark is told, and what it may use. */
export interface BenchmarkContext {
  /** A small amount of data and one repeat: to see that it runs. Its figures mean nothing. */
  quick: boolean;
  /** A folder of its own, removed afterwards. */
  folder: string;
  /** Connection string of a PostgreSQL on which databases may be created; undefined where there is none. */
  postgres?: string;
  /** Says on standard error what goes on. */
  progress(message: string): void;
}

/** Measures, and answers with the figures; throws where it could not measure. */
export interface Benchmark {
  /** One sentence for the list of benchmarks. */
  description: string;
  run(context: BenchmarkContext): Promise<Measurement[]>;
}
