import { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';

/** The zod that the registry hands to the schemas of an action. */
type Zod = Parameters<
  Parameters<ActionsRegistryService['register']>[0]['schema']['input']
>[0];

/** What every action asks for: the service, and the environment where it is not the default one. */
export function serviceInput(z: Zod) {
  return {
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
      .describe('production, staging, …; the default one where absent'),
  };
}
