import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { MINUTES_PER_DAY, readOpenSlo } from '@maestro-conductor/slo-engine';
import { boardPlanFor, KINDS, objectivesOf } from './boardPlan';
import { eventsOf } from './dailyTraffic';
import { Events } from './traffic';
import { writeDocuments } from './writeDocuments';

describe('the objectives of the board', () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'bench-board-'));
  afterAll(() => fs.rmSync(folder, { recursive: true }));

  it('are declared in few files, without a problem', async () => {
    const plan = boardPlanFor(true);
    const documents = await writeDocuments(folder, plan);
    const files = fs.readdirSync(documents).map(file => ({
      file,
      text: fs.readFileSync(path.join(documents, file), 'utf8'),
    }));
    expect(files).toHaveLength(5);
    const { objectives, problems } = readOpenSlo(files);
    expect(problems).toEqual([]);
    expect(objectives).toHaveLength(objectivesOf(plan));
    expect(new Set(objectives.map(o => o.entityRef)).size).toBe(50);
  });

  it.each(KINDS)('of the kind $name have the traffic that was meant', kind => {
    const month = Array.from({ length: 30 * MINUTES_PER_DAY }, (_, minute) =>
      eventsOf(kind, {
        ...{ seed: 1, minute },
        daysAgo: Math.floor(minute / MINUTES_PER_DAY),
      }),
    );
    const sum = (of: (events: Events) => number) =>
      month.reduce((all, events) => all + of(events), 0);
    const bad = sum(events => events.bad);
    const total = sum(events => events.good + events.bad);
    expect(month.every(events => events.good >= 0 && events.bad >= 0)).toBe(
      true,
    );
    const average = total / month.length / kind.requests;
    expect(average).toBeGreaterThan(0.9);
    expect(average).toBeLessThan(1.2);
    expect(bad).toBeGreaterThan(0);
    // Slices are judged one by one; events by the target of 99 %.
    expect(bad / total).toBeLessThan(kind.name === 'search' ? 0.03 : 0.01);
  });
});
