import { AlertRow, BurnState } from '@maestro-conductor/plugin-slo-common';

/** A burn that goes on, as it is kept. */
export interface OpenBurn {
  id: string;
  row: string;
  severity: AlertRow['severity'];
  startedAt: Date;
  /** When it was last known to fire. */
  seenAt: Date;
  peak: number;
}

/** What a new evaluation says of the burns of an objective. */
export interface BurnChanges {
  started: { row: string; severity: AlertRow['severity']; peak: number }[];
  /** Still firing: with the highest rate so far. */
  goingOn: { id: string; peak: number }[];
  ended: { id: string; severity: AlertRow['severity'] }[];
  /** Severities that burn after it, and those that did before. */
  burning: ReadonlySet<AlertRow['severity']>;
  before: ReadonlySet<AlertRow['severity']>;
}

/**
 * Compares burns that go on with what the alert rows find now.
 *
 * A row of which nothing can be told (its source is away, or there is no traffic) is not known to have ended: its burn goes on until it was
 * not seen to fire for the length of its long window. A row that is no longer declared ends.
 */
export function burnChanges(options: {
  rows: readonly AlertRow[];
  burns: readonly BurnState[];
  open: readonly OpenBurn[];
  now: Date;
}): BurnChanges {
  const { rows, burns, open, now } = options;
  const found = new Map(burns.map(burn => [burn.row, burn]));
  const firing = burns.filter(burn => burn.firing);
  const openRows = new Set(open.map(({ row }) => row));

  const started = firing
    .filter(({ row }) => !openRows.has(row))
    .flatMap(({ row, long = 0 }) => {
      const severity = rows.find(({ name }) => name === row)?.severity;
      return severity ? [{ row, severity, peak: long }] : [];
    });
  const fires = ({ row }: OpenBurn) => found.get(row)?.firing === true;
  const goingOn = open.filter(fires).map(({ id, row, peak }) => ({
    id,
    peak: Math.max(peak, found.get(row)?.long ?? 0),
  }));
  const ended = open.filter(burn => {
    const row = rows.find(({ name }) => name === burn.row);
    const state = found.get(burn.row);
    if (!row || !state) return true;
    if (state.firing) return false;
    const unknown = state.long === undefined || state.short === undefined;
    const unseen = now.getTime() - burn.seenAt.getTime();
    return !unknown || unseen > row.longMinutes * 60_000;
  });
  const over = new Set(ended.map(({ id }) => id));
  return {
    started,
    goingOn,
    ended: ended.map(({ id, severity }) => ({ id, severity })),
    burning: new Set([
      ...started.map(({ severity }) => severity),
      ...open.filter(({ id }) => !over.has(id)).map(b => b.severity),
    ]),
    before: new Set(open.map(({ severity }) => severity)),
  };
}
