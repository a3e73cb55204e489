import { ReadinessSummary } from '@maestro-conductor/plugin-readiness-common';
import { levelWord, Tone } from '@maestro-conductor/ui';
import { NO_LEVEL } from './scoreFilter';

/** Services of a level. */
export interface LevelRow {
  /** `Gold`, `Below all levels`, `No data`. */
  word: string;
  /** What the services are filtered by. */
  level: string;
  services: number;
  tone: Tone;
}

/** Of the levels, highest first; further ones share the last. */
const REACHED: readonly Tone[] = ['good', 'info', 'warning'];

/** Services by level, highest first, then those below all levels, and in grey those without a score where there are any. */
export function levelRows(
  summary: Pick<ReadinessSummary, 'services' | 'scored' | 'byLevel'>,
): LevelRow[] {
  const { services, scored, byLevel } = summary;
  const unknown = services - scored;
  const reached = byLevel.filter(({ level }) => level !== undefined);
  const count = reached.reduce((sum, entry) => sum + entry.services, 0);
  return [
    ...reached.map((entry, rank) => ({
      word: levelWord(entry.level),
      level: entry.level ?? NO_LEVEL,
      services: entry.services,
      tone: REACHED[Math.min(rank, REACHED.length - 1)],
    })),
    {
      word: levelWord(undefined),
      level: NO_LEVEL,
      services: scored - count,
      tone: 'bad' as const,
    },
    ...(unknown > 0
      ? [
          {
            word: 'No data',
            level: NO_LEVEL,
            services: unknown,
            tone: 'unknown' as const,
          },
        ]
      : []),
  ];
}
