import { AuditorService } from '@backstage/backend-plugin-api';
import { GateDecision } from '@maestro-conductor/plugin-readiness-common';
import { Request } from 'express';

/** Asks the gate, and writes into the audit log who asked what and what came of it. */
export async function askGate(options: {
  request: Request;
  auditor: AuditorService;
  ask(): Promise<GateDecision>;
}): Promise<GateDecision> {
  const { request, auditor, ask } = options;
  const {
    entity,
    environment = null,
    commit = null,
    dryRun = false,
  } = request.body;
  const event = await auditor.createEvent({
    eventId: 'gate-ask',
    severityLevel: 'medium',
    request,
    meta: { entity, environment, commit, dryRun },
  });
  try {
    const decision = await ask();
    const { id, decision: outcome, inputsDigest } = decision;
    await event.success({ meta: { id, decision: outcome, inputsDigest } });
    return decision;
  } catch (error) {
    await event.fail({
      error: error instanceof Error ? error : new Error(String(error)),
    });
    throw error;
  }
}
