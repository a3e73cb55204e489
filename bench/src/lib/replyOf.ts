import { ChildProcess } from 'node:child_process';
import { on } from 'node:events';

/** What a process of ours says to the one that started it: others, such as the transform of TypeScript, use the same channel. */
interface Reply<T> {
  bench: T;
}

/** The next reply of a process, whatever else it says before; rejects where it ends without one. */
export async function replyOf<T>(child: ChildProcess): Promise<T> {
  for await (const [message] of on(child, 'message', { close: ['exit'] })) {
    const { bench } = message as Partial<Reply<T>>;
    if (bench !== undefined) return bench;
  }
  throw new Error('A process that is measured with has ended');
}

/** Sends a reply from such a process. */
export function reply<T>(value: T): void {
  const message: Reply<T> = { bench: value };
  process.send?.(message);
}
