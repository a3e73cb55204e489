import { BurnState } from '@maestro-conductor/plugin-slo-common';
import { NOW, objective } from '../__testUtils__/objectives';
import { burnChanges, OpenBurn } from './burnChanges';

const rows = objective().alertRows;
const state = (row: string, more: Partial<BurnState>): BurnState => ({
  row,
  firing: false,
  ...more,
});
const open = (row: string, minutesAgo = 1): OpenBurn => ({
  id: row,
  row,
  severity: row.startsWith('page') ? 'page' : 'ticket',
  startedAt: new Date(0),
  seenAt: new Date(NOW.getTime() - minutesAgo * 60_000),
  peak: 20,
});
const changes = (burns: BurnState[], ...before: OpenBurn[]) =>
  burnChanges({ rows, burns, open: before, now: NOW });

describe('burnChanges', () => {
  it('starts, goes on with its peak, and ends', () => {
    const firing = state('page-1h', { firing: true, long: 30, short: 40 });
    expect(changes([firing])).toMatchObject({
      started: [{ row: 'page-1h', severity: 'page', peak: 30 }],
      burning: new Set(['page']),
      before: new Set(),
    });
    expect(changes([firing], open('page-1h'))).toMatchObject({
      started: [],
      goingOn: [{ id: 'page-1h', peak: 30 }],
      ended: [],
    });
    const slower = { ...firing, long: 15 };
    expect(changes([slower], open('page-1h')).goingOn[0].peak).toBe(20);
    const over = state('page-1h', { long: 3, short: 0 });
    expect(changes([over], open('page-1h'))).toMatchObject({
      ended: [{ id: 'page-1h', severity: 'page' }],
      burning: new Set(),
      before: new Set(['page']),
    });
  });

  it('goes on where nothing can be told, for the length of its long window', () => {
    const unknown = [state('page-1h', {})];
    expect(changes(unknown, open('page-1h', 60)).ended).toEqual([]);
    expect(changes(unknown, open('page-1h', 61)).ended).toHaveLength(1);
  });

  it('ends with its row, and burns as long as one row of a severity does', () => {
    expect(changes([], open('gone')).ended).toHaveLength(1);
    const found = [
      state('page-1h', { long: 1, short: 1 }),
      state('page-6h', { firing: true, long: 7, short: 7 }),
    ];
    const both = changes(found, open('page-1h'), open('page-6h'));
    expect(both.ended).toEqual([{ id: 'page-1h', severity: 'page' }]);
    expect(both.burning).toEqual(new Set(['page']));
  });
});
