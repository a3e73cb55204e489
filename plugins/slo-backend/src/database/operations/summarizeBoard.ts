import { EntityRestriction } from '@maestro-conductor/backend-kit';
import {
  BoardSummary,
  ObjectiveStatus,
} from '@maestro-conductor/plugin-slo-common';
import { Tally } from '../../domain/rollUpTeams';
import { BoardFilter } from '../BoardStore';
import { orNothing, toDate } from '../rows';
import { BoardSource, visibleObjectives } from './matchingObjectives';

interface CountRow {
  status: ObjectiveStatus | null;
  burning: boolean | number | null;
  objectives: number | string;
  oldest: Date | number | string | null;
}

/** @see BoardStore */
export async function summarizeBoard(
  source: BoardSource,
  restriction: EntityRestriction,
  filter: BoardFilter,
): Promise<BoardSummary> {
  const visible = await visibleObjectives(source, restriction);
  const rows: CountRow[] = await visible(filter)
    .groupBy('s.status', 's.burning')
    .select('s.status', 's.burning')
    .count({ objectives: '*' })
    .min({ oldest: 's.evaluated_at' });
  const tally = new Tally();
  for (const { status, burning, objectives, oldest } of rows) {
    tally.add(
      {
        status: orNothing(status),
        burning: Boolean(burning),
        evaluatedAt: oldest === null ? undefined : toDate(oldest).getTime(),
      },
      Number(objectives),
    );
  }
  return tally.summary();
}
