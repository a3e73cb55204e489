import { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import {
  OBJECTIVE_STATUSES,
  ObjectiveItem,
} from '@maestro-conductor/plugin-slo-common';
import { SloService } from '../service/types';

/** `slo:get-objective-status`: how the objectives of a service fare, and why. */
export function registerGetObjectiveStatus({
  actionsRegistry,
  slo,
}: {
  actionsRegistry: ActionsRegistryService;
  slo: SloService;
}): void {
  actionsRegistry.register({
    name: 'get-objective-status',
    title: 'Get the status of the objectives of a service',
    description:
      'Says of each service level objective (SLO) of a service whether it is met, how much of its error budget is left, what burns it now, and why. The most urgent comes first. ' +
      'budgetLeft is a share: 1 is untouched, 0 is used up, below 0 is overspent. insufficient-data and no-traffic mean that it cannot be told; do not report them as met or as 0. ' +
      'Without any objective none is declared for the service, or the user may not see it.',
    attributes: { readOnly: true, destructive: false, idempotent: true },
    schema: {
      input: z =>
        z.object({
          entity: z
            .string()
            .min(1)
            .max(250)
            .describe(
              'The service: an entity ref such as component:default/gateway, or the name of a component such as gateway',
            ),
          environment: z
            .string()
            .min(1)
            .max(63)
            .optional()
            .describe('production, staging, …; all of them where absent'),
        }),
      output: z =>
        z.object({
          objectives: z.array(
            z.object({
              id: z.string(),
              title: z.string(),
              entity: z.string(),
              environment: z.string(),
              target: z.number().describe('Share of good events, 0 to 1'),
              window: z.string().describe('For example 30d'),
              status: z
                .enum([...OBJECTIVE_STATUSES, 'pending'])
                .describe('pending: it was not evaluated yet'),
              reason: z.string(),
              actual: z.number().optional(),
              budgetLeft: z.number().optional(),
              budgetLeftMinutes: z.number().optional(),
              exhaustedAt: z
                .string()
                .optional()
                .describe('When the budget ends at the rate of the last hours'),
              burning: z
                .array(z.string())
                .describe('Alert rows that fire, for example page-1h'),
              evaluatedAt: z.string().optional(),
              sourceProblem: z
                .string()
                .optional()
                .describe('Why the numbers are old, where they are'),
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
    action: async ({ input: { entity, environment }, credentials }) => {
      const { items } = await slo.getByEntities(
        { entityRefs: [entity], environment },
        { credentials },
      );
      return { output: { objectives: items.map(statusOf) } };
    },
  });
}

function statusOf({ objective, state, sourceProblem }: ObjectiveItem) {
  return {
    id: objective.id,
    title: objective.title,
    entity: objective.entityRef,
    environment: objective.environment,
    target: objective.target,
    window: objective.window.duration,
    status: state?.status ?? ('pending' as const),
    reason: state?.reason ?? 'It was not evaluated yet.',
    actual: state?.actual,
    budgetLeft: state?.budgetLeft,
    budgetLeftMinutes: state?.budgetLeftMinutes,
    exhaustedAt: state?.exhaustedAt,
    burning: (state?.burns ?? [])
      .filter(({ firing }) => firing)
      .map(({ row }) => row),
    evaluatedAt: state?.evaluatedAt,
    sourceProblem:
      sourceProblem &&
      `${sourceProblem.message} (since ${sourceProblem.since})`,
  };
}
