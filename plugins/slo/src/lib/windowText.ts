import { ObjectiveWindow } from '@maestro-conductor/plugin-slo-common';

/** A window in words: `30d, rolling`, `1M from 2026-01-01 00:00:00 Europe/Berlin`. */
export function windowText(window: ObjectiveWindow): string {
  return window.kind === 'rolling'
    ? `${window.duration}, rolling`
    : `${window.duration}, by the calendar from ${window.startTime} ${window.timeZone}`;
}
