import { ReadableStream } from 'node:stream/web';
import { readUpTo } from './readUpTo';

function stream(...chunks: string[]) {
  const cancelled = jest.fn();
  const source = new ReadableStream<Uint8Array>({
    pull(controller) {
      const chunk = chunks.shift();
      if (chunk === undefined) controller.close();
      else controller.enqueue(new Uint8Array(Buffer.from(chunk)));
    },
    cancel: cancelled,
  });
  return {
    source: source as unknown as globalThis.ReadableStream<Uint8Array>,
    cancelled,
  };
}

describe('readUpTo', () => {
  it.each([
    [['abc', 'def'], 10, 'abcdef', false],
    [['abc', 'def'], 6, 'abcdef', false],
    [['abc', 'def'], 4, 'abcd', true],
    [['abcdef'], 2, 'ab', true],
    [[], 2, '', false],
  ])('of %j at most %i bytes is %s', async (chunks, max, text, truncated) => {
    const { source } = stream(...chunks);
    const result = await readUpTo(source, max);
    expect(Buffer.from(result.bytes).toString()).toBe(text);
    expect(result.truncated).toBe(truncated);
  });

  it('leaves the rest unread', async () => {
    const { source, cancelled } = stream('abc', 'def', 'ghi', 'jkl', 'mno');
    await readUpTo(source, 4);
    expect(cancelled).toHaveBeenCalledTimes(1);
  });
});
