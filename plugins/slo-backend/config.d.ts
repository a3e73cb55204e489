import { HumanDuration } from '@backstage/types';

export interface Config {
  slo?: {
    /** Folders with OpenSLO documents (`*.yaml`, `*.yml`, with folders below), relative to where the backend runs, or absolute. */
    folders?: string[];
    /**
     * Alert rows of objectives that name no alert policy, in place of 2 % of the budget in 1 h, 5 % in 6 h, 10 % in 1 d and 10 % in 3 d. Each
     * factor follows from the objective's own period; rows whose window exceeds it are left out.
     */
    alertRows?: Array<{
      /** Unique: `page-1h`. */
      name: string;
      severity: 'page' | 'ticket';
      /** Share of the budget that may be gone when it fires, above 0 to 1. */
      budgetShare: number;
      /** Long window: `1h`, `3d`. The short one is a twelfth of it. */
      long: string;
    }>;
    /** Share of the minutes of a window that must have been seen, 0 to 1: below it nothing can be told. 0.9 where absent. */
    minCoverage?: number;
    /** Age of the last sample from which on nothing can be told. An hour where absent. */
    staleAfter?: HumanDuration | string;
    /** Share of the budget below which there is a warning, 0 to 1. 0.25 where absent. */
    warnBelow?: number;
    evaluation?: {
      /** How often objectives are evaluated and sources asked. A minute where absent. New samples are looked at within seconds anyway. */
      frequency?: HumanDuration | string;
    };
    /** How long a source of samples may take for one request. 30 seconds where absent. */
    sourceTimeout?: HumanDuration | string;
    unitCost?: {
      /** Requests below which a unit cost is unknown. 1,000 where absent. */
      minimumRequests?: number;
    };
    facts?: {
      /** How often facts are told though no status changed; they hold for an hour. 15 minutes where absent. */
      every?: HumanDuration | string;
    };
  };
}
