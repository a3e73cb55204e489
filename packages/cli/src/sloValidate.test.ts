import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { runBin } from './__testUtils__/runBin';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'conductor-slo-'));
});

afterAll(() => rm(folder, { recursive: true }));

async function file(name: string, content: string): Promise<string> {
  const path = join(folder, name);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, content);
  return path;
}

// No portal answers there: the command must not ask one.
const validate = (...args: string[]) =>
  runBin(['slo', 'validate', ...args], { CONDUCTOR_URL: 'http://127.0.0.1:1' });

const slo = (name: string, target: number | string) => `apiVersion: openslo/v1
kind: SLO
metadata:
  name: ${name}
spec:
  service: gateway
  indicatorRef: pushed
  timeWindow: [{ duration: 30d, isRolling: true }]
  budgetingMethod: Occurrences
  objectives:
    - target: ${target}
`;
const SLI = `apiVersion: openslo/v1
kind: SLI
metadata: { name: pushed }
spec:
  ratioMetric:
    good: { metricSource: { type: pushed } }
    total: { metricSource: { type: pushed } }
`;

describe('conductor slo validate', () => {
  it('says how many objectives were read, with references across folders', async () => {
    await file('sound/team/api.yaml', slo('api', 0.99));
    await file('sound/sli.yml', SLI);
    await file('sound/notes.txt', 'not read');
    await file('sound/.hidden/broken.yaml', '{');
    await file('sound/node_modules/broken.yaml', '{');
    await symlink(folder, join(folder, 'sound/around'));
    const path = join(folder, 'sound');
    // Twice the same is once.
    expect(await validate(path, join(path, 'sli.yml'))).toEqual({
      code: 0,
      stderr: '',
      stdout: '2 files: 1 objective, 0 errors, 0 warnings\n',
    });
  });

  it('groups problems by file, with lines, and exits with 1', async () => {
    const sli = await file('wrong/0-sli.yaml', SLI);
    const first = await file('wrong/1.yaml', slo('first', 1));
    const second = await file(
      'wrong/2.yaml',
      `${slo('second', 0.99)}      op: gt\n`,
    );
    const result = await validate(sli, first, second);
    expect(result).toEqual({
      code: 1,
      stderr: '',
      stdout: `${first}
  line 11  error  target-range  spec.objectives[0].target: a target of 100 % leaves no error budget: choose a lower one, for example 99.9 %

${second}
  line 12  warning  unused-field  spec.objectives[0].op: has no effect with a ratioMetric, which knows good from bad already

3 files: 1 objective, 1 error, 1 warning
`,
    });
  });

  it('gives one object with --json', async () => {
    const sli = await file('json/sli.yaml', SLI);
    const path = await file('json/slo.yaml', slo('api', '"0.99"'));
    const result = await validate(sli, path, '--json');
    expect(result.code).toBe(1);
    expect(JSON.parse(result.stdout)).toEqual({
      files: [sli, path],
      objectives: [],
      problems: [
        {
          severity: 'error',
          file: path,
          line: 11,
          rule: 'type',
          message: 'spec.objectives[0].target: must be a number',
        },
      ],
      services: [],
      dataSources: [],
    });
  });

  it('writes nothing of a file that a terminal would obey', async () => {
    const path = await file('evil.yaml', 'apiVersion: "\\e[2Jgone\\nnext"\n');
    const { code, stdout } = await validate(path);
    expect(code).toBe(1);
    expect(stdout).toContain('gone next');
    expect(stdout).not.toContain('\u001b');
  });

  it('reads no more than a thousand files', async () => {
    const many = join(folder, 'many');
    await mkdir(many);
    const names = Array.from({ length: 1_001 }, (_, i) => `${i}.yaml`);
    await Promise.all(names.map(name => writeFile(join(many, name), '')));
    const result = await validate(many);
    expect(result.code).toBe(2);
    expect(result.stderr).toContain('more than 1000 files');
  });

  it.each([
    ['there is no such path', () => [join(folder, 'none')], 'There is no'],
    [
      'a folder holds no YAML',
      () => [join(folder, 'empty')],
      'holds no *.yaml',
    ],
    ['no path is named', () => [], 'missing required argument'],
  ])('exits with 2 where %s', async (_, args, says) => {
    await mkdir(join(folder, 'empty'), { recursive: true });
    const result = await validate(...args(), '--json');
    expect(result.code).toBe(2);
    expect(JSON.parse(result.stdout).error.message).toContain(says);
  });
});
