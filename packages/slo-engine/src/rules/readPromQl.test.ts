import { readPromQl } from './readPromQl';

const term = (selector: string, more: object = {}) => ({
  sign: 1,
  selector,
  metric: 'a',
  zeroWhenAbsent: false,
  ...more,
});

describe('readPromQl', () => {
  it.each([
    ['a', [term('a')]],
    [' a{job="x"} ', [term('a{job="x"}')]],
    ['{__name__="a",job="x"}', [term('{__name__="a",job="x"}')]],
    ['{__name__=~"a|b"}', [term('{__name__=~"a|b"}', { metric: undefined })]],
    ['sum(a)', [term('a')]],
    ['sum by (job) (a{x!~"5.."})', [term('a{x!~"5.."}')]],
    ['sum((a)) without (job)', [term('a')]],
    ['# what it is\nsum(a) # all', [term('a')]],
    ['sum(a) or vector(0)', [term('a', { zeroWhenAbsent: true })]],
    ['(sum(a)) or on() (vector( 0 ))', [term('a', { zeroWhenAbsent: true })]],
    ['sum(a) + sum(a{x="1"})', [term('a'), term('a{x="1"}')]],
    [
      'sum(a) - (sum(a{x="1"}) - sum(a{x="2"}))',
      [term('a'), term('a{x="1"}', { sign: -1 }), term('a{x="2"}')],
    ],
  ])('finds the plain sums in %s', (text, terms) => {
    expect(readPromQl(text)).toEqual({ text: text.trim(), terms });
  });

  it.each([
    'a offset 5m',
    'a @ 100',
    'sum(a offset 1h)',
    'sum(rate(a[5m]))',
    'avg(a)',
    'sum(a) / sum(b)',
    '2 * sum(a)',
    'a - b',
    'sum by (x) (a) - sum by (x) (b)',
    'sum(a) - on() sum(b)',
    'sum(a) or vector(1)',
    'sum(a) or sum(b)',
    '(sum(a) - sum(b)) or vector(0)',
    'sum(sum(a))',
    'vector(1)',
  ])('leaves %s to Prometheus', text => {
    expect(readPromQl(text)).toEqual({ text, terms: [] });
  });

  it.each([
    ['', 'the query is empty'],
    [' \n', 'the query is empty'],
    ['sum(', 'line 1, column 5'],
    ['sum(a)\n  + +* b', 'line 2, column'],
    ['a{job=}', 'line 1, column'],
    ['{{ template }}', 'line 1, column'],
    ['# only words', 'PromQL cannot be read'],
  ])('refuses %j', (text, says) => {
    expect(() => readPromQl(text)).toThrow(RangeError);
    expect(() => readPromQl(text)).toThrow(says);
  });
});
