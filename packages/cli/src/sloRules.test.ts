import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runBin } from './__testUtils__/runBin';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'conductor-slo-rules-'));
});

afterAll(() => rm(folder, { recursive: true }));

// No portal answers there: the command must not ask one.
const rules = (...args: string[]) =>
  runBin(['slo', 'rules', ...args], { CONDUCTOR_URL: 'http://127.0.0.1:1' });

function slo(name: string, source: string, query: string): string {
  const metric = `{ metricSource: { type: ${source}, spec: { query: '${query}' } } }`;
  return `apiVersion: openslo/v1
kind: SLO
metadata: { name: ${name} }
spec:
  service: gateway
  description: Requests of the gateway
  budgetingMethod: Occurrences
  timeWindow: [{ duration: 30d, isRolling: true }]
  objectives: [{ displayName: Good, target: 0.99 }]
  indicator:
    metadata: { name: ${name} }
    spec:
      ratioMetric:
        counter: true
        good: ${metric}
        total: ${metric}
`;
}

async function file(name: string, content: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

describe('conductor slo rules', () => {
  it('writes rules of what Prometheus measures, and says what it left out', async () => {
    const path = await file(
      'slo.yaml',
      `${slo('requests', 'prometheus', 'sum(a_total)')}---\n${slo(
        'pushes',
        'pushed',
        'none',
      )}`,
    );
    const shown = await rules(path);
    expect(shown.stderr).toBe(
      'conductor: rules for 1 objectives; 1 are not measured by Prometheus\n',
    );
    expect(shown.code).toBe(0);
    expect(shown.stdout).toContain('record: slo:sli_error:ratio_rate1h');
    expect(shown.stdout).toContain('sum(increase(a_total[5m]))');
    expect(shown.stdout).not.toContain('pushes');

    const out = join(folder, 'rules.yml');
    expect(await rules(path, '--out', out)).toMatchObject({
      code: 0,
      stdout: '',
    });
    expect(await readFile(out, 'utf8')).toBe(shown.stdout);
  });

  it('writes nothing where a query or a document is wrong', async () => {
    const query = await file('query.yaml', slo('broken', 'prometheus', 'sum('));
    expect(await rules(query)).toEqual({
      code: 1,
      stdout: '',
      stderr: expect.stringMatching(/query\.yaml:\d+: .*PromQL cannot be read/),
    });
    const document = await file('slo-1.yaml', 'kind: SLO\n');
    expect(await rules(document)).toEqual({
      code: 1,
      stdout: '',
      stderr: expect.stringContaining('slo-1.yaml'),
    });
    const path = await file('fine.yaml', slo('fine', 'prometheus', 'a'));
    const nowhere = await rules(path, '--out', join(folder, 'none', 'x.yml'));
    expect(nowhere.code).toBe(2);
    expect(nowhere.stderr).toContain('cannot be written (ENOENT)');
  });
});
