import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { Benchmark } from './lib/benchmark';
import { formatTable } from './lib/formatTable';
import { parseArguments } from './lib/parseArguments';
import { Report, toResult } from './lib/results';

/** What the command has of the process around it. */
export interface BenchIo {
  stdout(text: string): void;
  stderr(text: string): void;
  /** Connection string of a PostgreSQL for measuring, if there is one. */
  postgres?: string;
}

/**
 * Runs one benchmark as the command line asks.
 *
 * @returns the exit code: 0 where it could measure, whether targets were met or not; 1 where it could not
 */
export async function runBench(
  argv: readonly string[],
  benchmarks: Readonly<Record<string, Benchmark>>,
  io: BenchIo,
): Promise<number> {
  const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'conductor-bench-'));
  const started = performance.now();
  const progress = (message: string) => {
    const seconds = ((performance.now() - started) / 1000).toFixed(0);
    io.stderr(`[${seconds.padStart(4)} s] ${message}\n`);
  };
  try {
    const { name, json, quick } = parseArguments(argv, Object.keys(benchmarks));
    const measured = await benchmarks[name].run({
      quick,
      folder,
      postgres: io.postgres,
      progress,
    });
    const report: Report = { name, results: measured.map(toResult) };
    io.stdout(
      json ? `${JSON.stringify(report)}\n` : `${formatTable(report.results)}\n`,
    );
    return 0;
  } catch (error) {
    io.stderr(`${(error as Error).message}\n`);
    return 1;
  } finally {
    await fs.rm(folder, { recursive: true, force: true });
  }
}
