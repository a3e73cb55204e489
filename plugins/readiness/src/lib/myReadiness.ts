import {
  reaches,
  ScoreListItem,
} from '@maestro-conductor/plugin-readiness-common';
import { Mover, movers } from './movers';
import { nextSteps, NextStep } from './nextSteps';

/** A step, and the service it is for. */
export interface ServiceStep extends NextStep {
  service: ScoreListItem;
}

/** How someone's services stand. */
export interface MyReadiness {
  services: number;
  ready: number;
  /** Those without a score. */
  unknown: number;
  /** The one that moved most within a week; absent where none did. */
  mover?: Mover;
  /** Those that bring most points, most first; services that gain the same by title. */
  steps: ServiceStep[];
}

const STEPS = 3;

/** Sums up services for who owns them. */
export function myReadiness(items: readonly ScoreListItem[]): MyReadiness {
  const isReady = ({ score, threshold }: ScoreListItem) =>
    score !== undefined && reaches(score, threshold);
  return {
    services: items.length,
    ready: items.filter(isReady).length,
    unknown: items.filter(({ score }) => score === undefined).length,
    mover: movers(items)[0],
    steps: items
      .flatMap(service =>
        nextSteps(service.dimensions, STEPS).map(step => ({
          ...step,
          service,
        })),
      )
      .sort(
        (a, b) =>
          b.gain - a.gain || a.service.title.localeCompare(b.service.title),
      )
      .slice(0, STEPS),
  };
}
