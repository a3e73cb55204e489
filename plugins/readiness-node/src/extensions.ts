import { createExtensionPoint } from '@backstage/backend-plugin-api';
import { GateReason } from '@maestro-conductor/plugin-readiness-common';

/** What the gate is asked about. @public */
export interface GateContributorRequest {
  tenant: string;
  /** Lower-case `kind:namespace/name`. */
  entityRef: string;
  environment: string;
  /** `''` where the gate was asked without one. */
  commit: string;
  /** The moment of asking. */
  now: Date;
}

/**
 * Adds reasons of another plugin to the gate, for example a policy on error budgets.
 *
 * @public
 */
export interface GateContributor {
  /** Names the contributor in messages, for example `slo`. */
  name: string;
  /**
   * Blockers fail the gate whatever the score, warnings turn a pass into a warning. Rejects where it cannot tell: the gate then
   * answers `cannot-evaluate`.
   */
  contribute(request: GateContributorRequest): Promise<{
    blockers: GateReason[];
    warnings: GateReason[];
  }>;
}

/** @public */
export interface ReadinessExtensionPoint {
  addGateContributor(...contributors: GateContributor[]): void;
}

/** @public */
export const readinessExtensionPoint =
  createExtensionPoint<ReadinessExtensionPoint>({ id: 'readiness.extensions' });
