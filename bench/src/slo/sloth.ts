import { execFile } from 'node:child_process';
import fs from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { parse, stringify } from 'yaml';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { selectorsOf, TARGET } from './objectives';
import { Plan } from './plan';

const run = promisify(execFile);

/** A rule that the peer has Prometheus evaluate again and again. */
export interface PeerRule {
  objective: number;
  /** What it records, or the name of its alert. */
  name: string;
  expr: string;
}

/** The rules that Sloth generates for the same objectives. Builds Sloth where it is missing. */
export async function generatePeerRules(
  plan: Plan,
  folder: string,
): Promise<PeerRule[]> {
  const tools = resolvePackagePath('bench', '../scripts/tools.mjs');
  await run(process.execPath, [tools, 'ensure', 'sloth']);
  const { stdout: sloth } = await run(process.execPath, [
    tools,
    'path',
    'sloth',
  ]);
  const input = path.join(folder, 'sloth-input.yaml');
  const output = path.join(folder, 'sloth-rules.yaml');
  const slos = Array.from({ length: plan.objectives }, (_, i) => sloOf(i));
  const spec = { version: 'prometheus/v1', service: 'bench', slos };
  await fs.writeFile(input, stringify(spec));
  await run(sloth.trim(), ['generate', '-i', input, '-o', output], {
    maxBuffer: 100_000_000,
  });
  return readRules(await fs.readFile(output, 'utf8'));
}

function sloOf(objective: number) {
  const { bad, total } = selectorsOf(objective);
  return {
    name: `slo-${objective}`,
    objective: TARGET * 100,
    sli: {
      events: {
        error_query: `sum(rate(${bad}[{{.window}}]))`,
        total_query: `sum(rate(${total}[{{.window}}]))`,
      },
    },
    alerting: { name: 'Burns' },
  };
}

interface RuleFile {
  groups: {
    name: string;
    rules: { record?: string; alert?: string; expr: string }[];
  }[];
}

function readRules(text: string): PeerRule[] {
  const { groups } = parse(text, { maxAliasCount: 0 }) as RuleFile;
  return groups.flatMap(({ name, rules }) => {
    const objective = Number(/slo-(\d+)$/.exec(name)?.[1]);
    return rules.map(({ record, alert, expr }) => ({
      objective,
      name: record ?? alert ?? '',
      expr,
    }));
  });
}
