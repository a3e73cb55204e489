import {
  LevelDefinition,
  ScoreFacet,
  ScoreFacets,
  Verdict,
} from '@maestro-conductor/plugin-readiness-common';
import { NO_LEVEL } from './scoreFilter';

/** What was counted: most frequent first, but levels in any order, undefined for those of no level. */
export interface CountedFacets {
  system: ScoreFacet[];
  lifecycle: ScoreFacet[];
  tag: ScoreFacet[];
  level: { value: string | undefined; services: number }[];
  verdict: { value: Verdict; services: number }[];
}

function titled(value: string): string {
  return value.charAt(0).toUpperCase() + value.slice(1);
}

/**
 * The facets as they are shown. Levels stand from the highest to the lowest as they are defined, then those of earlier
 * definitions, then `none`; values that no service has are left out.
 */
export function toFacets(
  counted: CountedFacets,
  levels: readonly LevelDefinition[],
): ScoreFacets {
  const rank = (value: string | undefined) =>
    value === undefined
      ? levels.length + 1
      : levels.length - 1 - levels.findIndex(({ name }) => name === value);
  return {
    ...counted,
    level: [...counted.level]
      .sort((a, b) => rank(a.value) - rank(b.value))
      .map(({ value, services }) => ({
        value: value ?? NO_LEVEL,
        title: value === undefined ? 'No level' : titled(value),
        services,
      })),
    verdict: [...counted.verdict]
      .sort((a, b) => b.services - a.services)
      .map(({ value, services }) => ({
        value,
        title: titled(value.replaceAll('-', ' ')),
        services,
      })),
  };
}
