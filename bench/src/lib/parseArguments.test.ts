import { parseArguments } from './parseArguments';

const known = ['readiness', 'slo'];

describe('parseArguments', () => {
  it.each([
    [['slo'], { name: 'slo', json: false, quick: false }],
    [['--json', 'slo', '--quick'], { name: 'slo', json: true, quick: true }],
  ])('reads %j', (argv, expected) => {
    expect(parseArguments(argv, known)).toEqual(expected);
  });

  it.each([
    [[], 'Name one benchmark, not none'],
    [['slo', 'readiness'], 'Name one benchmark, not 2'],
    [['sol'], 'There is no benchmark sol'],
    [['slo', '--fast'], '--fast'],
  ])('refuses %j, and says which there are', (argv, message) => {
    const parse = () => parseArguments(argv, known);
    expect(parse).toThrow(message);
    expect(parse).toThrow('Benchmarks: readiness, slo');
  });
});
