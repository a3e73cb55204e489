import { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { VERDICTS } from '@maestro-conductor/plugin-readiness-common';
import { ReadinessService } from '../service/types';
import { serviceInput } from './serviceInput';

/** `readiness:get-readiness-score`: where a service stands, why, and what to do next. */
export function registerGetReadinessScore({
  actionsRegistry,
  readiness,
}: {
  actionsRegistry: ActionsRegistryService;
  readiness: ReadinessService;
}): void {
  actionsRegistry.register({
    name: 'get-readiness-score',
    title: 'Get the readiness score of a service',
    description:
      'Says how ready a service is for production, why, and what to do next. The score is a number from 0 to 1 and is made of dimensions such as test coverage or runbooks. ' +
      'Each dimension has a verdict, a reason, and, where points are missing, a next step. no-data, stale, errored and failed are four different things: only failed means that something was measured and is not good enough. ' +
      'The dimension that costs most points comes first. Without a score nothing has been measured yet; do not report that as 0.',
    attributes: { readOnly: true, destructive: false, idempotent: true },
    schema: {
      input: z => z.object(serviceInput(z)),
      output: z =>
        z.object({
          entity: z.string(),
          environment: z.string(),
          score: z
            .number()
            .optional()
            .describe('0 to 1; absent where nothing was measured yet'),
          level: z.string().optional().describe('Absent below all levels'),
          threshold: z
            .number()
            .describe('The score from which on promotion is open'),
          evaluatedAt: z.string().describe('ISO 8601, UTC'),
          dimensions: z.array(
            z.object({
              name: z.string(),
              title: z.string(),
              verdict: z.enum(VERDICTS),
              points: z.number().describe('Points earned, of maxPoints'),
              maxPoints: z.number(),
              reason: z.string(),
              nextStep: z
                .string()
                .optional()
                .describe('What to do; absent where no points are missing'),
            }),
          ),
        }),
    },
    examples: [
      {
        title: 'A service of the namespace default',
        input: { entity: 'gateway' },
      },
      {
        title: 'A service in staging',
        input: { entity: 'component:default/gateway', environment: 'staging' },
      },
    ],
    action: async ({ input, credentials }) => {
      const score = await readiness.getScore(input, { credentials });
      const missing = (d: (typeof score.dimensions)[number]) =>
        d.nextStep === undefined ? -1 : d.maxPoints - d.points;
      return {
        output: {
          entity: score.entityRef,
          environment: score.environment,
          score: score.score,
          level: score.level,
          threshold: score.threshold,
          evaluatedAt: score.evaluatedAt,
          dimensions: [...score.dimensions]
            .sort((a, b) => missing(b) - missing(a))
            .map(
              ({
                name,
                title,
                verdict,
                points,
                maxPoints,
                reason,
                nextStep,
              }) => ({
                name,
                title,
                verdict,
                points,
                maxPoints,
                reason,
                nextStep,
              }),
            ),
        },
      };
    },
  });
}
