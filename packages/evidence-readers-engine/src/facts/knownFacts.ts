import { FactType } from '@maestro-conductor/plugin-evidence-common';

interface FactRule {
  type: FactType;
  unit?: string;
}

const RATIO: FactRule = { type: 'number', unit: 'ratio' };
const COUNT: FactRule = { type: 'number', unit: 'count' };
const MS: FactRule = { type: 'number', unit: 'ms' };
const YES_OR_NO: FactRule = { type: 'boolean' };
const TIMESTAMP: FactRule = { type: 'timestamp' };

/** Facts whose meaning the suite knows: a declared value must fit, whatever type or unit it claims. */
const KNOWN: ReadonlyMap<string, FactRule> = new Map([
  ['slo.adherence', RATIO],
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
 * Names that only the portal itself writes: facts from the catalog, and when evidence was last observed. Declaring
 * them would forge evidence.
 *
 * @internal
 */
export function isReserved(name: string): boolean {
  return (
    name.startsWith('catalog.') || /^evidence\..+\.last_observed_at$/.test(name)
  );
}
