import {
  LevelDefinition,
  ReadinessSummary,
} from '@maestro-conductor/plugin-readiness-common';
import type { ServiceRow } from './ServiceColumns';

/** A service as the summary needs it. */
export type SummarizedService = Pick<
  ServiceRow,
  'score' | 'ready' | 'level' | 'evaluatedAt'
>;

/**
 * How many services stand where: each level from the highest to the lowest, then those below all levels or without a score. A
 * level that is no longer defined is counted as long as a kept score names it.
 */
export function summarize(
  services: readonly SummarizedService[],
  options: {
    levels: readonly LevelDefinition[];
    threshold: number;
    environment: string;
  },
): ReadinessSummary {
  const names = new Set<string | undefined>(
    options.levels.map(({ name }) => name).reverse(),
  );
  const named = services.flatMap(({ level }) => level ?? []);
  const levels = [...new Set([...names, ...named]), undefined];
  const latest = services.reduce(
    (last, { evaluatedAt }) => Math.max(last, evaluatedAt?.getTime() ?? 0),
    0,
  );
  return {
    services: services.length,
    scored: services.filter(({ score }) => score !== undefined).length,
    ready: services.filter(({ ready }) => ready).length,
    threshold: options.threshold,
    byLevel: levels.map(level => ({
      level,
      services: services.filter(service => service.level === level).length,
    })),
    environment: options.environment,
    ...(latest > 0 && { evaluatedAt: new Date(latest).toISOString() }),
  };
}
