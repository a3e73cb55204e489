import { planBatches } from './planBatches.mjs';
import { expandSchedule, fill } from './schedule.mjs';

const anchor = new Date('2026-03-31T12:00:00Z');
const options = { folder: '/evidence', anchor, now: anchor };
const entry = {
  ...{ file: 'a.yaml', service: 'gateway', kind: 'facts' },
  ...{ daysAgo: 2, commit: '', run: 10 },
};

function schedule(...records: object[]) {
  return {
    runUrl: 'https://ci.example/${service}/${run}',
    ref: 'refs/heads/main',
    environment: 'production',
    records: records as never,
  };
}

describe('expandSchedule', () => {
  it('counts days and hours back from the anchor', () => {
    const [record] = expandSchedule(
      schedule({
        ...entry,
        hoursAgo: 3,
        variables: { share: 0.5, changed: { daysAgo: 30 } },
      }),
      options,
    );
    expect(record).toEqual({
      file: '/evidence/a.yaml',
      variables: { share: '0.5', changed: '2026-03-01T12:00:00.000Z' },
      manifest: {
        entity: 'component:default/gateway',
        kind: 'facts',
        environment: 'production',
        commit: '',
        ref: 'refs/heads/main',
        defaultBranch: true,
        run: '10',
        attempt: 1,
        runUrl: 'https://ci.example/gateway/10',
        observedAt: '2026-03-29T09:00:00.000Z',
      },
    });
  });

  it('makes a series with runs of its own, newest first, and nothing from the future', () => {
    const series = schedule({ ...entry, everyDays: 1, times: 9 });
    const runs = (now: string) =>
      expandSchedule(series, { ...options, now: new Date(now) }).map(
        record => (record.manifest as { run: string }).run,
      );
    expect(runs('2026-03-31T12:00:00Z')).toEqual(['12', '11', '10']);
    expect(runs('2026-04-01T11:59:59Z')).toEqual(['12', '11', '10']);
    expect(runs('2026-04-01T12:00:00Z')).toEqual(['13', '12', '11', '10']);
  });
});

describe('fill', () => {
  it('names what has no value', () => {
    expect(() => fill('a: ${b}', {})).toThrow('"b" has no value');
  });
});

describe('planBatches', () => {
  it('takes the newest of each file first, and loses nothing', () => {
    const records = Array.from({ length: 120 }, (_, index) => ({
      file: `${index % 3}`,
      variables: undefined,
      manifest: { index },
    }));
    const batches = planBatches(records);
    expect(batches[0]).toEqual(records.slice(0, 3));
    expect(batches.flat()).toEqual(records);
    expect(Math.max(...batches.map(batch => batch.length))).toBe(50);
  });
});
