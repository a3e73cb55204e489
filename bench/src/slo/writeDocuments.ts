import fs from 'node:fs/promises';
import path from 'node:path';
import { stringify } from 'yaml';
import { componentRefs } from '../readiness/sample';
import { BoardPlan, KINDS, ObjectiveKind, sloOf } from './boardPlan';
import { TARGET } from './objectives';
import { SOURCE } from './sourceModule';

/** Components to a file; a folder has 200 files at most. */
const PER_FILE = 10;

/** Writes the OpenSLO documents of all objectives. @returns their folder */
export async function writeDocuments(
  folder: string,
  plan: BoardPlan,
): Promise<string> {
  const documents = path.join(folder, 'openslo');
  await fs.mkdir(documents, { recursive: true });
  const refs = componentRefs(plan.size.components);
  for (let start = 0; start < refs.length; start += PER_FILE) {
    const texts = refs
      .slice(start, start + PER_FILE)
      .flatMap(ref => KINDS.map(kind => stringify(documentOf(ref, kind))));
    const file = path.join(documents, `from-${start}.yaml`);
    await fs.writeFile(file, texts.join('---\n'));
  }
  return documents;
}

function documentOf(entityRef: string, kind: ObjectiveKind) {
  const metric = (query: string) => ({
    metricSource: { type: SOURCE, spec: { query } },
  });
  const slo = sloOf(entityRef, kind);
  const sliced = kind.method === 'Timeslices';
  return {
    apiVersion: 'openslo/v1',
    kind: 'SLO',
    metadata: {
      name: slo,
      annotations: { 'maestro-conductor.dev/entity': entityRef },
    },
    spec: {
      service: entityRef.split('/')[1],
      indicator: {
        metadata: { name: slo },
        spec: {
          ratioMetric: {
            counter: false,
            good: metric('good'),
            total: metric('total'),
          },
        },
      },
      timeWindow: [{ duration: '30d', isRolling: true }],
      budgetingMethod: kind.method,
      objectives: [
        {
          target: TARGET,
          ...(sliced && { timeSliceTarget: 0.95, timeSliceWindow: '5m' }),
        },
      ],
    },
  };
}
