import { setImmediate as nextTurn } from 'node:timers/promises';
import { Entity } from '@backstage/catalog-model';
import { forThread } from '@maestro-conductor/backend-kit';
import { readFactSheets } from '@maestro-conductor/plugin-evidence-node';
import { ScorecardDefinition } from '@maestro-conductor/plugin-readiness-common';
import { WrittenScore, writeScore } from '../database/writtenScores';
import { evaluateEntities } from '../domain/evaluateEntities';
import { factNames } from '../domain/factNames';

/** Evaluations between two turns of the event loop: about 5 ms, which counts where this is run in the main thread. */
const TURN_CHUNK = 100;

/** What to judge, as it travels to another thread. */
export interface SheetsToJudge {
  definition: ScorecardDefinition;
  environment: string;
  /** `entity`: its JSON, where the definition looks at entities. */
  entities: { tenant: string; entityRef: string; entity?: string }[];
  /** As evidence answered. */
  sheets: Uint8Array;
  now: Date;
}

/** Reads the facts of entities, judges them, and writes the scores as the database takes them. */
async function judgeSheets(task: SheetsToJudge): Promise<WrittenScore[]> {
  const { definition, environment, entities, sheets, now } = task;
  const facts = readFactSheets(sheets, {
    environment,
    names: factNames(definition),
  });
  const scores = evaluateEntities({
    definition,
    environment,
    entities: entities.map(({ tenant, entityRef, entity }) => ({
      tenant,
      entityRef,
      get entity(): Entity {
        if (entity === undefined) {
          throw new Error(`${entityRef} was read without its entity`);
        }
        return JSON.parse(entity);
      },
    })),
    facts,
    now,
  });
  const written: WrittenScore[] = [];
  for (const score of scores) {
    written.push(writeScore(score));
    if (written.length % TURN_CHUNK === 0) await nextTurn();
  }
  return written;
}

/** For `BackgroundFunction`: what a thread calls, and the file that it loads. */
export default forThread(judgeSheets);
export const JUDGE_SHEETS_FILE = __filename;
