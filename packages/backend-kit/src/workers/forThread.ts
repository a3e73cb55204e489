import { SerializedError, serializeError } from '@backstage/errors';

/** What comes back from a thread. An error crosses as data: by itself it would lose its name. @public */
export type ThreadReply<TOutput> =
  | { output: TOutput }
  | { error: SerializedError };

/** A function as a thread calls it; called with nothing it only shows that it is there. @public */
export type ThreadFunction<TInput, TOutput> = {
  (input?: TInput): Promise<ThreadReply<TOutput> | undefined>;
  /** The function itself. */
  work(input: TInput): TOutput | Promise<TOutput>;
};

/**
 * Makes a function ready for `BackgroundFunction`: what the module that a thread loads exports as `default`. What goes in and comes out
 * is copied from thread to thread, so it is plain data.
 *
 * @public
 */
export function forThread<TInput, TOutput>(
  work: (input: TInput) => TOutput | Promise<TOutput>,
): ThreadFunction<TInput, TOutput> {
  const call = async (input?: TInput) => {
    if (input === undefined) return undefined;
    try {
      return { output: await work(input) };
    } catch (error) {
      return { error: serializeError(error as Error) };
    }
  };
  return Object.assign(call, { work });
}
