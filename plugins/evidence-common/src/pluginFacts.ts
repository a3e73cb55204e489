import { FactReading } from './facts';
import { ItemError } from './records';

/**
 * A fact that a plugin tells of an entity, without an artifact: something that it worked out from data of its own.
 *
 * @public
 */
export interface PluginFact extends FactReading {
  /** `component:default/gateway`. */
  entityRef: string;
  /** `''` where it is bound to none. */
  environment: string;
  /** ISO 8601 with offset: when the value was true. */
  observedAt: string;
  /** ISO 8601 with offset; without, it ages as the configuration says of its name, else never. */
  freshUntil?: string;
}

/** How many facts one call may put. @public */
export const MAX_PLUGIN_FACTS = 1000;

/** Body of `POST /v1/facts`. @public */
export interface PutFactsRequest {
  /** 1 to 1,000, of names whose first segment is the id of the plugin that calls. */
  facts: PluginFact[];
}

/** What became of facts that were put. @public */
export interface PutFactsResponse {
  /** How many are new. */
  written: number;
  /** How many were kept just so already. */
  unchanged: number;
  /** Those that were not taken, by their place in the request; the others were. */
  rejected: Array<{ index: number; error: ItemError }>;
}
