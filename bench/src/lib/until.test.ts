import { until } from './until';

describe('until', () => {
  it('asks on through empty answers and errors', async () => {
    const answers = [undefined, false, new Error('not up yet'), 42];
    const ask = async () => {
      const answer = answers.shift();
      if (answer instanceof Error) throw answer;
      return answer as number | undefined;
    };
    await expect(until('an answer', 60, ask, 1)).resolves.toBe(42);
  });

  it('gives up with what the last question ran into', async () => {
    const ask = async () => {
      throw new Error('connection refused');
    };
    await expect(until('the backend', 0, ask, 1)).rejects.toThrow(
      'Waited 0 s for the backend: connection refused',
    );
  });
});
