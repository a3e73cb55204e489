import { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { ReadinessService } from '../service/types';
import { serviceInput } from './serviceInput';

/** `readiness:check-promotion-gate`: what the gate would say now. Keeps no decision. */
export function registerCheckPromotionGate({
  actionsRegistry,
  readiness,
}: {
  actionsRegistry: ActionsRegistryService;
  readiness: ReadinessService;
}): void {
  actionsRegistry.register({
    name: 'check-promotion-gate',
    title: 'Check the promotion gate for a service',
    description:
      'Says whether a service could be promoted now, and what stands in the way, each with a next step. It only tries: no decision is kept, and no pipeline may promote by it. ' +
      'pass: promotion is open. warn: open, but something is not known. fail: closed, the score is below the threshold or something blocks. cannot-evaluate: not enough is known to decide, which is not the same as fail.',
    attributes: { readOnly: true, destructive: false, idempotent: true },
    schema: {
      input: z =>
        z.object({
          ...serviceInput(z),
          commit: z
            .string()
            .min(1)
            .max(100)
            .optional()
            .describe(
              'The commit to promote: coverage must then be measured at just this commit',
            ),
        }),
      output: z => {
        const reason = z.object({
          code: z.string(),
          dimension: z.string().optional(),
          message: z.string(),
          nextStep: z.string().optional(),
        });
        return z.object({
          entity: z.string(),
          environment: z.string(),
          commit: z.string().describe('Empty where none was asked'),
          decision: z.enum(['pass', 'warn', 'fail', 'cannot-evaluate']),
          score: z.number().optional().describe('0 to 1'),
          threshold: z.number(),
          blockers: z.array(reason),
          warnings: z.array(reason),
        });
      },
    },
    examples: [
      {
        title: 'Whether the default branch could go to production',
        input: { entity: 'gateway' },
      },
      {
        title: 'Whether a commit could',
        input: { entity: 'gateway', commit: '4f2a91c' },
      },
    ],
    action: async ({ input, credentials }) => {
      const decision = await readiness.askGate(
        { ...input, dryRun: true },
        { credentials },
      );
      return {
        output: {
          entity: decision.entityRef,
          environment: decision.environment,
          commit: decision.commit,
          decision: decision.decision,
          score: decision.score,
          threshold: decision.threshold,
          blockers: decision.blockers,
          warnings: decision.warnings,
        },
      };
    },
  });
}
