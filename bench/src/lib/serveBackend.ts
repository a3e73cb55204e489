import { createBackend } from '@backstage/backend-defaults';
import { MemoryReply, MemoryRequest } from './memory';
import { reply } from './replyOf';

const BYTES_PER_MB = 1024 * 1024;
const SAMPLE_EVERY_MS = 10;

/** Starts a backend in a process of its own, and tells the process that started this one about its memory when it asks. */
export async function serveBackend(
  backend: ReturnType<typeof createBackend>,
): Promise<void> {
  let peak: MemoryReply | undefined;
  let sampler: NodeJS.Timeout | undefined;
  const sample = (): MemoryReply => {
    const { rss, heapUsed } = process.memoryUsage();
    const now = { rss: rss / BYTES_PER_MB, heap: heapUsed / BYTES_PER_MB };
    peak = {
      rss: Math.max(peak?.rss ?? 0, now.rss),
      heap: Math.max(peak?.heap ?? 0, now.heap),
    };
    return now;
  };
  process.on('message', (request: MemoryRequest) => {
    if (request === 'rest') {
      globalThis.gc?.();
      peak = undefined;
      clearInterval(sampler);
      sampler = setInterval(sample, SAMPLE_EVERY_MS);
      reply(sample());
      return;
    }
    sample();
    clearInterval(sampler);
    reply(peak);
  });
  // Whoever measures is gone: so is the reason to be here.
  process.on('disconnect', () => process.exit(0));
  try {
    await backend.start();
  } catch (error) {
    process.stderr.write(`${(error as Error).stack}\n`);
    process.exit(1);
  }
}
