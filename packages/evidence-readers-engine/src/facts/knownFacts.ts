import { FactType } from '@maestro-conductor/plugin-evidence-common';

/** @internal */
export interface FactRule {
  type: FactType;
  unit?: string;
  /** The unit must be given, and is one of these. */
  units?: { fits: RegExp; words: string };
}

/** @internal */
export const CURRENCY_PER_DAY = /^[A-Z]{3}\/d$/;

const RATIO: FactRule = { type: 'number', unit: 'ratio' };
const COUNT: FactRule = { type: 'number', unit: 'count' };
const MS: FactRule = { type: 'number', unit: 'ms' };
const YES_OR_NO: FactRule = { type: 'boolean' };
const TIMESTAMP: FactRule = { type: 'timestamp' };
const DAILY_COST: FactRule = {
  type: 'number',
  units: {
    fits: CURRENCY_PER_DAY,
    words: 'a currency by its ISO 4217 code per day, such as USD/d',
  },
};

/** Facts whose meaning the suite knows: a declared value must fit, whatever type or unit it claims. */
const KNOWN: ReadonlyMap<string, FactRule> = new Map([
  ['test.coverage.lines', RATIO],
  ['test.coverage.branches', RATIO],
  ['test.coverage.functions', RATIO],
  ['load.checks.rate', RATIO],
  ['load.http_req_failed.rate', RATIO],
  ['evidence.sbom_coverage', RATIO],
  ['policy.coverage', RATIO],
  ['test.total', COUNT],
  ['test.passed', COUNT],
  ['test.failed', COUNT],
  ['test.skipped', COUNT],
  ['test.disabled', COUNT],
  ['load.requests', COUNT],
  ['load.iterations', COUNT],
  ['load.thresholds_crossed', COUNT],
  ['chaos.actions', COUNT],
  ['chaos.actions_failed', COUNT],
  ['sbom.criticals', COUNT],
  ['cost.daily', DAILY_COST],
  ['test.duration', MS],
  ['chaos.duration', MS],
  ['load.http_req_duration.p95', MS],
  ['load.passed', YES_OR_NO],
  ['chaos.passed', YES_OR_NO],
  ['chaos.deviated', YES_OR_NO],
  ['provenance.verified', YES_OR_NO],
  ['load.passed_at', TIMESTAMP],
  ['chaos.passed_at', TIMESTAMP],
  ['repo.runbook.changed_at', TIMESTAMP],
]);

/**
 * What the suite demands of the fact of that name; `undefined` where it has no opinion. Names that end in `_at` are
 * times.
 *
 * @internal
 */
export function ruleOf(name: string): FactRule | undefined {
  return KNOWN.get(name) ?? (name.endsWith('_at') ? TIMESTAMP : undefined);
}

/**
 * Why a name cannot be declared; `undefined` where it can. Facts from the catalog, when evidence was last observed, and
 * what plugins work out from data of their own: to declare them would be to forge them.
 *
 * @internal
 */
export function reservedBecause(name: string): string | undefined {
  if (
    name.startsWith('catalog.') ||
    /^evidence\..+\.last_observed_at$/.test(name)
  ) {
    return 'is written by the portal itself and cannot be declared';
  }
  return name.startsWith('slo.')
    ? 'is told by the slo plugin and cannot be declared: define objectives and push what they count with "conductor slo push"'
    : undefined;
}
