import { ChildProcess, fork } from 'node:child_process';
import { replyOf } from './replyOf';

/** Asks a backend for its liveness every 20 ms, from a process that does nothing else. */
export class LivenessProbe {
  private constructor(private readonly child: ChildProcess) {}

  /** Starts to ask, and waits for the first answer. */
  static async start(backendUrl: string): Promise<LivenessProbe> {
    const child = fork(
      require.resolve('./livenessProbeProcess'),
      [`${backendUrl}/.backstage/health/v1/liveness`],
      {
        // Standard output is for results.
        stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
        execArgv: [
          '--require',
          require.resolve('@backstage/cli/config/nodeTransform.cjs'),
        ],
      },
    );
    await replyOf(child);
    return new LivenessProbe(child);
  }

  /** How long each answer took since the last call, in milliseconds; one that is still missing counts by its age. */
  async take(): Promise<number[]> {
    const reply = replyOf<number[]>(this.child);
    this.child.send('take');
    return await reply;
  }

  stop(): void {
    this.child.kill();
  }
}
