import { AnswerCache } from './AnswerCache';

describe('AnswerCache', () => {
  let now = 0;
  const cache = () =>
    new AnswerCache<string>({ sizeOf: () => 900_000, now: () => now });

  it('asks once while the answer is under way or fresh', async () => {
    const answers = cache();
    const ask = jest.fn(async () => 'yes');
    await Promise.all([answers.get('a', ask), answers.get('a', ask)]);
    now = 14_999;
    expect(await answers.get('a', ask)).toBe('yes');
    expect(ask).toHaveBeenCalledTimes(1);
    now = 15_000;
    await answers.get('a', ask);
    expect(ask).toHaveBeenCalledTimes(2);
  });

  it('keeps no failure', async () => {
    const answers = cache();
    await expect(
      answers.get('a', () => Promise.reject(new Error('no'))),
    ).rejects.toThrow('no');
    expect(await answers.get('a', async () => 'yes')).toBe('yes');
  });

  it('lets the oldest go where there is too much', async () => {
    const answers = cache();
    const ask = jest.fn(async () => 'yes');
    for (const question of ['a', 'b', 'c']) await answers.get(question, ask);
    await answers.get('c', ask);
    expect(ask).toHaveBeenCalledTimes(3);
    await answers.get('a', ask);
    expect(ask).toHaveBeenCalledTimes(4);
  });
});
