import { Entry, expandSchedule } from './schedule.mjs';

const anchor = new Date('2026-03-31T12:00:00Z');
const options = { folder: '/evidence', anchor, now: anchor };
const entry: Entry = {
  pipeline: 'nightly',
  daysAgo: 2,
  reports: { facts: 'facts.yaml' },
};

function schedule(...entries: Entry[]) {
  return {
    runUrl: 'https://ci.example/${service}/${pipeline}/${run}',
    ref: 'refs/heads/main',
    environment: 'production',
    pipelines: {
      build: { run: 100, hoursAgo: 0, commits: true },
      nightly: { run: 4000, hoursAgo: 3 },
    },
    services: { gateway: entries },
  };
}

interface About {
  run: string;
  kind: string;
  commit: string;
  observedAt: string;
}

function manifests(entries: Entry[], now = anchor) {
  return expandSchedule(schedule(...entries), { ...options, now }).map(
    ({ manifest }) => manifest as About,
  );
}

const daysOf = (entries: Entry[], now: string) =>
  manifests(entries, new Date(now)).map(({ observedAt }) =>
    observedAt.slice(5, 10),
  );

describe('expandSchedule', () => {
  it('counts days and hours back from the anchor', () => {
    const [record] = expandSchedule(
      schedule({
        ...entry,
        variables: { share: 0.5, changed: { daysAgo: 30 } },
      }),
      options,
    );
    expect(record).toEqual({
      file: '/evidence/facts.yaml',
      values: {
        share: '0.5',
        changed: '2026-03-01T12:00:00.000Z',
        time: new Date('2026-03-29T09:00:00Z'),
      },
      manifest: {
        entity: 'component:default/gateway',
        kind: 'facts',
        environment: 'production',
        commit: '',
        ref: 'refs/heads/main',
        defaultBranch: true,
        run: 'nightly 3998',
        attempt: 1,
        runUrl: 'https://ci.example/gateway/nightly/3998',
        observedAt: '2026-03-29T09:00:00.000Z',
      },
    });
  });

  it('gives the reports of a build one run and one commit, another in each run, the same in each load', () => {
    const build = {
      ...{ pipeline: 'build', daysAgo: 2, everyDays: 2, times: 2 },
      reports: { coverage: 'lcov.info', tests: 'junit.xml' },
    };
    const now = new Date('2026-04-30T00:00:00Z');
    const [late, lateToo, early, earlyToo] = manifests([build], now);
    expect(late).toMatchObject({ run: 'build 100', kind: 'coverage' });
    expect(lateToo).toMatchObject({ run: 'build 100', kind: 'tests' });
    expect(lateToo.commit).toBe(late.commit);
    expect(early.run).toBe('build 98');
    expect(earlyToo.commit).toBe(early.commit);
    expect(early.commit).not.toBe(late.commit);
    expect(late.commit).toMatch(/^[0-9a-f]{40}$/);
    expect(manifests([build])).toEqual([late, lateToo, early, earlyToo]);
  });

  it('goes on with a series that has no end, newest first, and reports nothing from the future', () => {
    const series = [{ ...entry, everyDays: 1 }];
    expect(daysOf(series, '2026-03-31T12:00:00Z')).toEqual([
      '03-31',
      '03-30',
      '03-29',
    ]);
    expect(daysOf(series, '2026-04-01T08:59:59Z')).toHaveLength(3);
    expect(daysOf(series, '2026-04-01T09:00:00Z')).toHaveLength(4);
    expect(daysOf(series, '2027-03-31T12:00:00Z')).toHaveLength(3 + 365);
  });

  it('ends a series after its times, and repeats it where it is told again', () => {
    const series = { ...entry, everyDays: 1, times: 2 };
    expect(daysOf([series], '2026-06-01T00:00:00Z')).toEqual([
      '03-30',
      '03-29',
    ]);
    const again = { ...series, againAfterDays: 30 };
    expect(daysOf([again], '2026-04-28T09:00:00Z')).toEqual([
      '04-28',
      '03-30',
      '03-29',
    ]);
    expect(daysOf([again], '2026-05-29T00:00:00Z')).toEqual([
      '05-28',
      '04-29',
      '04-28',
      '03-30',
      '03-29',
    ]);
  });

  it('has what happens once happen once', () => {
    expect(daysOf([entry], '2026-06-01T00:00:00Z')).toEqual(['03-29']);
  });
});
