import { ObjectiveWindow } from '@maestro-conductor/plugin-slo-common';
import { BudgetRule } from '../types';
import { exhaustionOf } from './exhaustionOf';

const EVENTS: BudgetRule = { target: 0.9, method: 'Occurrences' };
const SLICES: BudgetRule = {
  target: 0.9,
  method: 'Timeslices',
  sliceMinutes: 1,
};
const ROLLING: ObjectiveWindow = { kind: 'rolling', duration: '1000m' };
const CALENDAR: ObjectiveWindow = {
  kind: 'calendar',
  duration: '1000m',
  startTime: '1970-01-01 00:00:00',
  timeZone: 'UTC',
};

/** At minute 400 of a period from 0 to 1,000, or of a rolling window of that length. */
const minutesLeft = (
  window: ObjectiveWindow,
  rule: BudgetRule,
  left: number | undefined,
  burn: number | null,
) => {
  const at = exhaustionOf({
    definition: { rule, window },
    frame: { from: 0, to: 400, end: 1_000, length: 1_000 },
    now: new Date(400 * 60_000),
    left,
    burn,
  });
  return at === undefined ? undefined : at - 400;
};

describe('exhaustionOf', () => {
  it.each<
    [
      string,
      ObjectiveWindow,
      BudgetRule,
      number | undefined,
      number | null,
      number | undefined,
    ]
  >([
    ['rolling: left × period ÷ burn', ROLLING, EVENTS, 0.5, 4, 125],
    ['rolling: never at 1', ROLLING, EVENTS, 0.5, 1, undefined],
    [
      'rolling: also after the length of the window',
      ROLLING,
      SLICES,
      1,
      1.25,
      800,
    ],
    ['slices of a period: also below 1', CALENDAR, SLICES, 0.2, 0.5, 400],
    [
      'slices of a period: not at its end',
      CALENDAR,
      SLICES,
      0.3,
      0.5,
      undefined,
    ],
    ['slices of a period: never at 0', CALENDAR, SLICES, 0.3, 0, undefined],
    // 400 minutes at half the budget and 100 at three times: (200 + 300) ÷ 500 = 1.
    [
      'events of a period: of a budget that grows',
      CALENDAR,
      EVENTS,
      0.5,
      3,
      100,
    ],
    ['events of a period: never at 1', CALENDAR, EVENTS, 0.5, 1, undefined],
    ['used up already', ROLLING, EVENTS, 0, 4, undefined],
    ['unknown budget', ROLLING, EVENTS, undefined, 4, undefined],
    ['unknown burn', ROLLING, EVENTS, 0.5, null, undefined],
  ])('%s', (_, window, rule, left, burn, expected) => {
    expect(minutesLeft(window, rule, left, burn)).toBe(expected);
  });
});
