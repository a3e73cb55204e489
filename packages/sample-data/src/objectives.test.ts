import {
  adherence,
  DayCounts,
  DayRollUp,
  DEFAULT_SETTINGS,
  emptyDay,
  evaluateObjective,
  MINUTES_PER_DAY,
  ObjectiveDefinition,
  readOpenSlo,
  rollUpDay,
} from '@maestro-conductor/slo-engine';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { BLOCK, countsIn, readTraffic } from './traffic.mjs';

type ObjectiveState = ReturnType<typeof evaluateObjective>;

const INTELGRAPH = resolve(__dirname, '../../../examples/intelgraph');
const SLO = join(INTELGRAPH, 'slo');
const HISTORY = 30;

const { objectives, problems } = readOpenSlo(
  readdirSync(SLO).map(file => ({
    file,
    text: readFileSync(join(SLO, file), 'utf8'),
  })),
);

const ofService = (service: string) =>
  objectives.filter(({ entityRef }) => entityRef.endsWith(`/${service}`));

/** The counts of an objective as the portal keeps them, worked out for the days that are asked for. */
async function daysOf(definition: ObjectiveDefinition, anchor: number) {
  const { services } = await readTraffic(join(INTELGRAPH, 'samples'));
  const counted = services[definition.service][definition.slo];
  const first = anchor - HISTORY * MINUTES_PER_DAY;
  const known = new Map<string, { counts: DayCounts; rollUp: DayRollUp }>();
  /** Of a day, up to a moment. */
  const dayUntil = (day: number, now: number) => {
    const counts = emptyDay();
    const start = Math.max(day * MINUTES_PER_DAY, first);
    const end = Math.min((day + 1) * MINUTES_PER_DAY, now);
    for (let block = Math.floor(start / BLOCK); block * BLOCK < end; block++) {
      const { slo } = definition;
      const found = countsIn(counted, { slo, block, anchor });
      if (!found) break;
      const from = Math.max(start, block * BLOCK) - day * MINUTES_PER_DAY;
      const to = Math.min(end, (block + 1) * BLOCK) - day * MINUTES_PER_DAY;
      counts.good.fill(found.good, from, to);
      counts.total.fill(found.total, from, to);
    }
    return { counts, rollUp: rollUpDay(counts, definition.rule) };
  };
  return (now: number) => {
    const day = (at: number) => {
      // The day that holds now is not over, and another one later on.
      const isOver = (at + 1) * MINUTES_PER_DAY <= now;
      const key = isOver ? `${at}` : `${at} until ${now}`;
      const kept = known.get(key) ?? dayUntil(at, now);
      known.set(key, kept);
      return kept;
    };
    const { stopsDaysAgo = 0 } = counted;
    const last = stopsDaysAgo
      ? Math.min(now, anchor - stopsDaysAgo * MINUTES_PER_DAY)
      : now;
    return {
      days: {
        rollUp: (at: number) => day(at).rollUp,
        counts: (at: number) => day(at).counts,
      },
      firstMinute: first,
      lastMinute: last - 1,
    };
  };
}

/** Evaluates the objectives of a service at days after the anchor. */
async function statesOf(service: string, anchor: Date, days: number[]) {
  const minute = anchor.getTime() / 60_000;
  const byDay: Record<string, ObjectiveState>[] = days.map(() => ({}));
  for (const definition of ofService(service)) {
    const at = await daysOf(definition, minute);
    days.forEach((day, index) => {
      const now = minute + Math.round(day * MINUTES_PER_DAY);
      byDay[index][definition.slo] = evaluateObjective({
        definition,
        ...at(now),
        now: new Date(now * 60_000),
        settings: DEFAULT_SETTINGS,
      });
    });
  }
  return byDay;
}

const met = (states: Record<string, ObjectiveState>) =>
  adherence(Object.values(states));

/** Thursday, Saturday, Monday; a night, and the day after the clocks change. */
const ANCHORS = ['2026-03-05T12:00', '2026-10-24T03:00', '2026-03-30T20:00'];

describe('the objectives of the sample organisation', () => {
  it('are read without a problem, and counted each', async () => {
    expect(problems).toEqual([]);
    const { services, environment } = await readTraffic(
      join(INTELGRAPH, 'samples'),
    );
    const counted = Object.entries(services).flatMap(([service, slos]) =>
      Object.keys(slos).map(slo => `${service} ${slo}`),
    );
    const declared = objectives.map(({ service, slo }) => `${service} ${slo}`);
    expect(counted.sort()).toEqual(declared.sort());
    expect(new Set(objectives.map(o => o.environment))).toEqual(
      new Set([environment]),
    );
    expect(objectives.flatMap(o => o.unitCost ?? [])).toHaveLength(2);
    expect(new Set(objectives.map(o => o.rule.method)).size).toBe(3);
    expect(objectives.filter(o => o.window.kind === 'calendar')).toHaveLength(
      1,
    );
  });

  it.each(ANCHORS.map(anchor => [new Date(`${anchor}Z`)]))(
    'tell the stories of their services from %p on',
    async anchor => {
      const stories: Record<string, number[]> = {};
      for (const service of [
        'gateway',
        'ingest-http',
        'graph-core',
        'policy-reasoner',
        'provenance-ledger',
        'llm-router',
        'maestro-ui',
      ]) {
        const days = await statesOf(service, anchor, [-25, -13, -7, 0, 30, 60]);
        stories[service] = days.map(states => met(states)!);
      }
      expect(stories).toEqual({
        gateway: [0.75, 1, 1, 1, 1, 1],
        'ingest-http': [1, 1, 1, 0.75, 0.75, 0.75],
        'graph-core': [0.5, 0.75, 1, 1, 1, 1],
        'policy-reasoner': [1, 0.75, 0.5, 0.5, 0.5, 0.5],
        'provenance-ledger': [1, 1, 1, 0.75, 0.75, 0.75],
        'llm-router': [1, 1, 1, 1, 1, 1],
        'maestro-ui': [1, 1, 1, 1, 1, 1],
      });
    },
    60_000,
  );

  it.each(ANCHORS.map(anchor => [new Date(`${anchor}Z`)]))(
    'show something of each kind on the first day, %p',
    async anchor => {
      const hours = [0, 2, 12, 20].map(hour => hour / 24);
      for (const states of await statesOf('provenance-ledger', anchor, hours)) {
        expect(states['provenance-ledger-announcements-fast'].status).toBe(
          'insufficient-data',
        );
        const burning = states['provenance-ledger-available'];
        expect(burning.status).toBe('warning');
        expect(burning.burns[0]).toMatchObject({ firing: true });
        expect(burning.budgetLeft).toBeGreaterThan(0);
      }
      const [reasoner] = await statesOf('policy-reasoner', anchor, [0]);
      expect(reasoner['policy-reasoner-available'].status).toBe('breached');
      expect(reasoner['policy-reasoner-decisions-fast'].status).toBe(
        'breached',
      );
      const [ui] = await statesOf('maestro-ui', anchor, [0]);
      expect(ui['maestro-ui-exports-done'].status).toBe('no-traffic');
      const [gateway] = await statesOf('gateway', anchor, [0]);
      for (const state of Object.values(gateway)) {
        expect(state.status).toBe('ok');
      }
    },
    60_000,
  );
});
