import { Fact } from '@maestro-conductor/plugin-evidence-common';
import { evaluateScorecard } from '../domain/evaluateScorecard';
import {
  byName,
  component,
  daysBefore,
  fact,
  GATEWAY,
  NOW,
  PRS,
} from './samples';

/** The score of the gateway with these facts. */
export function evaluate(facts: Fact[], definition = PRS, now = NOW) {
  return evaluateScorecard({
    definition,
    tenant: 'default',
    entityRef: GATEWAY,
    environment: 'production',
    entity: component('gateway'),
    facts: byName(facts),
    now,
  });
}

/** The fact that evidence of a kind was observed two days ago. */
export function kind(name: string, freshUntil = daysBefore(-10)): Fact {
  return fact(`evidence.${name}.last_observed_at`, daysBefore(2), {
    freshUntil,
  });
}

/** The fact whether there is a runbook. */
export function runbook(exists: boolean): Fact {
  return fact('catalog.runbook.exists', exists, { environment: '' });
}
