import { planBatches } from './planBatches.mjs';
import { CATCH_UP_DAYS, planLoad } from './planLoad.mjs';
import { SampleRecord, expandSchedule } from './schedule.mjs';

const DAY = 24 * 60 * 60 * 1000;
const anchor = new Date('2026-03-31T12:00:00Z');
const after = (days: number) => new Date(anchor.getTime() + days * DAY);

/** A service that lives, one that fell asleep after three runs. */
const schedule = {
  runUrl: 'https://ci.example',
  ref: 'refs/heads/main',
  environment: 'production',
  pipelines: { nightly: { run: 100, hoursAgo: 1 } },
  services: {
    living: [
      {
        ...{ pipeline: 'nightly', daysAgo: 9, everyDays: 1 },
        reports: { facts: 'a' },
      },
    ],
    stale: [
      {
        ...{ pipeline: 'nightly', daysAgo: 80, everyDays: 1, times: 3 },
        reports: { facts: 'b' },
      },
    ],
  },
};

function plan(now: Date, since?: Date) {
  const due = expandSchedule(schedule, { folder: '/', anchor, now });
  return planLoad(due, { anchor, now, since });
}

const of = (service: string, records: SampleRecord[]) =>
  records.filter(({ manifest }) =>
    (manifest as { entity: string }).entity.endsWith(service),
  );

describe('planLoad', () => {
  it('starts with all of the history', () => {
    const records = plan(anchor);
    expect(of('living', records)).toHaveLength(10);
    expect(of('stale', records)).toHaveLength(3);
  });

  it('adds the days since, of the living alone', () => {
    const first = plan(anchor);
    const later = plan(after(30));
    expect(later).toEqual(expect.arrayContaining(first));
    expect(of('living', later)).toHaveLength(10 + 30);
    expect(of('stale', later)).toEqual(of('stale', first));
  });

  it('catches up no more than so many days, and never loses the history', () => {
    const now = after(400);
    const records = plan(now);
    const caughtUp = records.filter(({ manifest }) => {
      const time = Date.parse((manifest as { observedAt: string }).observedAt);
      return time > anchor.getTime();
    });
    expect(caughtUp).toHaveLength(CATCH_UP_DAYS);
    expect(records.slice(CATCH_UP_DAYS)).toEqual(plan(anchor));
  });

  it('takes only what is new in a day of a process that goes on', () => {
    expect(plan(after(1), anchor)).toHaveLength(1);
    expect(plan(after(3), after(1))).toHaveLength(2);
    expect(plan(after(1), after(1))).toEqual([]);
  });

  it('comes to the same in daily portions and at once', () => {
    const portions = Array.from({ length: 30 }, (_, day) =>
      plan(after(day + 1), after(day)),
    );
    expect([...portions.reverse().flat(), ...plan(anchor)]).toEqual(
      plan(after(30)),
    );
  });
});

describe('planBatches', () => {
  const record = (service: string, file: string, index: number) => ({
    file,
    values: undefined,
    manifest: { entity: `component:default/${service}`, index },
  });

  it('takes the newest of each file first, a service at a time, and loses nothing', () => {
    const records = Array.from({ length: 120 }, (_, index) =>
      record(index % 2 ? 'a' : 'b', `${index % 3}`, index),
    );
    const batches = planBatches(records);
    const [r0, r1, r2, r3, r4, r5, ...past] = records;
    expect(batches[0]).toEqual([r1, r3, r5, r0, r2, r4]);
    expect(batches.slice(1).flat()).toEqual(past);
    expect(batches[1]).toHaveLength(60);
  });
});
