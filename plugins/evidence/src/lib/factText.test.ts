import { FactReading } from '@maestro-conductor/plugin-evidence-common';
import { factText } from './factText';

describe('factText', () => {
  it.each<[Pick<FactReading, 'type' | 'value' | 'unit'>, string]>([
    [{ type: 'number', value: 0.825, unit: 'ratio' }, '82.5 %'],
    [{ type: 'number', value: 12, unit: 'count' }, '12'],
    [{ type: 'boolean', value: true }, 'yes'],
    [{ type: 'boolean', value: false }, 'no'],
    [{ type: 'string', value: '<b>x</b>' }, '<b>x</b>'],
    [{ type: 'string[]', value: ['a', 'b'] }, '2 entries: a, b'],
    [{ type: 'string[]', value: [] }, '0 entries'],
    [{ type: 'object[]', value: [{ id: 1 }] }, '1 entry: {"id":1}'],
  ])('writes %j as %s', (fact, text) => {
    expect(factText(fact)).toBe(text);
  });

  it('cuts long values off', () => {
    const text = factText({ type: 'string', value: 'x'.repeat(5000) });
    expect(text).toHaveLength(201);
  });
});
