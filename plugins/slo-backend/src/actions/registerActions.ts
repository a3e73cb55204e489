import { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { SloService } from '../service/types';
import { registerGetObjectiveStatus } from './getObjectiveStatus';

/** Offers what tools and assistants may ask, on behalf of their user and with no more rights. */
export function registerActions(options: {
  actionsRegistry: ActionsRegistryService;
  slo: SloService;
}): void {
  registerGetObjectiveStatus(options);
}
