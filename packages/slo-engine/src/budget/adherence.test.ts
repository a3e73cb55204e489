import { ObjectiveStatus } from '@maestro-conductor/plugin-slo-common';
import { adherence } from './adherence';

describe('adherence', () => {
  it.each<[ObjectiveStatus[], number | undefined]>([
    [[], undefined],
    [['no-traffic'], undefined],
    [['ok', 'warning'], 1],
    [['ok', 'no-traffic', 'breached'], 0.5],
    [['insufficient-data', 'no-traffic'], 0],
    [['ok', 'insufficient-data', 'breached', 'warning'], 0.5],
  ])('of %p is %p', (statuses, expected) => {
    expect(adherence(statuses.map(status => ({ status })))).toBe(expected);
  });
});
