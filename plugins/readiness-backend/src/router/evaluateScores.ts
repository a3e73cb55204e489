import { AuditorService } from '@backstage/backend-plugin-api';
import { EvaluationResult } from '@maestro-conductor/plugin-readiness-common';
import { Request } from 'express';

/** Has all scores of an environment computed anew, and writes into the audit log who asked and what came of it. */
export async function evaluateScores(options: {
  request: Request;
  auditor: AuditorService;
  evaluate(): Promise<EvaluationResult>;
}): Promise<EvaluationResult> {
  const { request, auditor, evaluate } = options;
  const { environment = null } = request.body;
  const event = await auditor.createEvent({
    eventId: 'scores-evaluate',
    severityLevel: 'medium',
    request,
    meta: { environment },
  });
  try {
    const result = await evaluate();
    const { evaluated, changed } = result;
    await event.success({
      meta: { environment: result.environment, evaluated, changed },
    });
    return result;
  } catch (error) {
    await event.fail({
      error: error instanceof Error ? error : new Error(String(error)),
    });
    throw error;
  }
}
