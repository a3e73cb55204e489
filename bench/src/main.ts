import { BENCHMARKS } from './benchmarks';
import { runBench } from './runBench';

async function main() {
  process.exitCode = await runBench(process.argv.slice(2), BENCHMARKS, {
    stdout: text => process.stdout.write(text),
    stderr: text => process.stderr.write(text),
    postgres: process.env.CONDUCTOR_BENCH_POSTGRES,
  });
}

main();
