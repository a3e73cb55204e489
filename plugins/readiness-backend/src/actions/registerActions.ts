import { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { ReadinessService } from '../service/types';
import { registerCheckPromotionGate } from './checkPromotionGate';
import { registerGetReadinessScore } from './getReadinessScore';

/** Offers what tools and assistants may ask, on behalf of their user and with no more rights. */
export function registerActions(options: {
  actionsRegistry: ActionsRegistryService;
  readiness: ReadinessService;
}): void {
  registerGetReadinessScore(options);
  registerCheckPromotionGate(options);
}
