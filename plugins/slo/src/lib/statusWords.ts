import { ObjectiveStatus } from '@maestro-conductor/plugin-slo-common';

/** The word for each status. */
export const STATUS_WORDS: Readonly<Record<ObjectiveStatus, string>> = {
  breached: 'breached',
  warning: 'warning',
  ok: 'ok',
  'insufficient-data': 'insufficient data',
  'no-traffic': 'no traffic',
};
