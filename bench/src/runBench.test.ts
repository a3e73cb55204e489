import fs from 'node:fs';
import { Benchmark, BenchmarkContext } from './lib/benchmark';
import { runBench } from './runBench';

function run(argv: string[], measure: Benchmark['run']) {
  const out = { stdout: '', stderr: '' };
  const benchmarks = { sample: { description: 'A sample', run: measure } };
  const exitCode = runBench(argv, benchmarks, {
    stdout: text => {
      out.stdout += text;
    },
    stderr: text => {
      out.stderr += text;
    },
    postgres: 'postgresql://db.example.com/postgres',
  });
  return { exitCode, out };
}

const missed = async ({ progress }: BenchmarkContext) => {
  progress('measuring');
  return [
    {
      id: 'answer',
      value: 42,
      unit: 'ms',
      target: 41,
      better: 'lower' as const,
      gate: true,
    },
  ];
};

describe('runBench', () => {
  it('prints one object and nothing else with --json; a target that is missed is an answer', async () => {
    const { exitCode, out } = run(['sample', '--json'], missed);
    await expect(exitCode).resolves.toBe(0);
    expect(JSON.parse(out.stdout)).toEqual({
      name: 'sample',
      results: [
        {
          id: 'answer',
          value: 42,
          unit: 'ms',
          target: 41,
          gate: true,
          met: false,
        },
      ],
    });
    expect(out.stderr).toMatch(/^\[ +\d+ s\] measuring\n$/);
  });

  it('prints a table without it', async () => {
    const { exitCode, out } = run(['sample'], missed);
    await expect(exitCode).resolves.toBe(0);
    expect(out.stdout).toMatch(
      /^id +value.*\nanswer +42 +ms +41 +gate.* NO\n$/,
    );
  });

  it('hands on what it was told, with a folder that is gone afterwards', async () => {
    let seen: BenchmarkContext | undefined;
    const { exitCode } = run(['sample', '--quick'], async context => {
      seen = context;
      fs.writeFileSync(`${context.folder}/kept`, 'data');
      return [];
    });
    await exitCode;
    expect(seen).toMatchObject({
      quick: true,
      postgres: 'postgresql://db.example.com/postgres',
    });
    expect(fs.existsSync(seen!.folder)).toBe(false);
  });

  it.each([
    ['it could not measure', ['sample', '--json'], 'The backend did not start'],
    ['there is no such benchmark', ['smaple'], 'Benchmarks: sample'],
  ])('ends with 1 where %s', async (_, argv, message) => {
    const { exitCode, out } = run(argv, async () => {
      throw new Error('The backend did not start');
    });
    await expect(exitCode).resolves.toBe(1);
    expect(out.stdout).toBe('');
    expect(out.stderr).toContain(message);
  });
});
