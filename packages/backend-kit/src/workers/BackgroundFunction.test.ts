import path from 'node:path';
import { mockServices } from '@backstage/backend-test-utils';
import { NotFoundError } from '@backstage/errors';
import { BackgroundFunction } from './BackgroundFunction';
import { forThread } from './forThread';

interface Task {
  a: number;
  b: number;
  end?: boolean;
  hang?: boolean;
}

/** What the thread of the fixture does, done here. */
const inProcess = forThread(async ({ a, b }: Task) => ({
  sum: a + b,
  isMainThread: true,
}));
const FIXTURE = path.join(__dirname, '__fixtures__', 'sums.js');

describe('BackgroundFunction', () => {
  const logger = mockServices.logger.mock();
  const made: BackgroundFunction<Task, unknown>[] = [];
  const create = (more: {
    file?: string;
    processors?: number;
    timeoutMs?: number;
    function?: typeof inProcess;
  }) => {
    const background = new BackgroundFunction<
      Task,
      { sum: number; isMainThread: boolean }
    >({ file: FIXTURE, function: inProcess, logger, processors: 2, ...more });
    made.push(background);
    return background;
  };

  afterEach(async () => {
    await Promise.all(made.splice(0).map(background => background.close()));
    jest.clearAllMocks();
  });

  it('answers from another thread, to several at once', async () => {
    const sums = create({});
    const answers = await Promise.all([
      sums.run({ a: 1, b: 2 }),
      sums.run({ a: 3, b: 4 }),
    ]);
    expect(answers).toEqual([
      { sum: 3, isMainThread: false },
      { sum: 7, isMainThread: false },
    ]);
  });

  it('does the work itself on one processor', async () => {
    const sums = create({ processors: 1 });
    await expect(sums.run({ a: 1, b: 2 })).resolves.toEqual({
      sum: 3,
      isMainThread: true,
    });
    expect(logger.warn).not.toHaveBeenCalled();
  });

  it('says so and does the work itself where no thread can be started', async () => {
    const sums = create({ file: path.join(__dirname, 'none.js') });
    for (const a of [1, 2]) {
      const { sum, isMainThread } = await sums.run({ a, b: 2 });
      expect([sum, isMainThread]).toEqual([a + 2, true]);
    }
    expect(logger.warn).toHaveBeenCalledTimes(1);
    expect(logger.warn).toHaveBeenCalledWith(
      expect.stringContaining('cannot be run on a thread of its own'),
    );
  });

  it.each([
    ['dies', { end: true }, 60_000, /on another thread failed/],
    ['takes too long', { hang: true }, 1000, /took longer than 1000 ms/],
  ])(
    'fails where its thread %s, and has a new one for the next call',
    async (_, what, timeoutMs, message) => {
      const sums = create({ timeoutMs });
      const failed = sums.run({ a: 1, b: 2, ...what });
      await expect(failed).rejects.toThrow(message);
      await expect(failed).rejects.toMatchObject({
        name: 'ServiceUnavailableError',
      });
      await expect(sums.run({ a: 1, b: 2 })).resolves.toMatchObject({
        isMainThread: false,
      });
    },
  );

  it('ends what is under way when it is closed, and takes nothing more', async () => {
    const sums = create({});
    await sums.run({ a: 1, b: 2 });
    const ended = sums
      .run({ a: 1, b: 2, hang: true })
      .catch((error: Error) => error.message);
    await sums.close();
    expect(await ended).toContain('on another thread failed');
    await expect(sums.run({ a: 1, b: 2 })).rejects.toThrow('shutting down');
  });
});

describe('forThread', () => {
  it('passes an error on as data, with its name and message', async () => {
    const call = forThread(async () => {
      throw new NotFoundError('There is no such service');
    });
    await expect(call({})).resolves.toEqual({
      error: expect.objectContaining({
        name: 'NotFoundError',
        message: 'There is no such service',
      }),
    });
    await expect(call()).resolves.toBeUndefined();
  });
});
