import { HttpClient } from '../lib/HttpClient';
import { until } from '../lib/until';

const MOST_SECONDS = 300;
/** Asking costs the backend a little each time. */
const LOOK_EVERY_MS = 200;

interface TaskState {
  status: string;
  lastRunEndedAt?: string;
  lastRunError?: string;
}

/** A scheduled task of a backend, by the scheduler's own address. */
export class PortalTask {
  constructor(
    private readonly client: HttpClient,
    private readonly pluginId: string,
    private readonly id: string,
  ) {}

  /** Waits until a run has ended that began by itself, so that the next is as far away as it gets. */
  async untilRested(): Promise<void> {
    await this.#ended(Date.now());
  }

  /** Has it run at once. @returns milliseconds from the request to the end of the run, by the scheduler's clock, which is ours */
  async run(): Promise<number> {
    const started = Date.now();
    await this.client.post(`${this.#path()}/${this.id}/trigger`, {});
    return (await this.#ended(started)) - started;
  }

  #path(): string {
    return `/api/${this.pluginId}/.backstage/scheduler/v1/tasks`;
  }

  /** When the first run ended that ended after a moment. */
  async #ended(after: number): Promise<number> {
    const state = await until(
      `the task ${this.id}`,
      MOST_SECONDS,
      async () => {
        const now = await this.#state();
        const { status, lastRunEndedAt } = now;
        return (
          status === 'idle' &&
          lastRunEndedAt !== undefined &&
          Date.parse(lastRunEndedAt) > after &&
          now
        );
      },
      LOOK_EVERY_MS,
    );
    if (state.lastRunError !== undefined) {
      throw new Error(`The task ${this.id} failed: ${state.lastRunError}`);
    }
    return Date.parse(state.lastRunEndedAt!);
  }

  async #state(): Promise<TaskState> {
    const { body } = await this.client.get(this.#path());
    const tasks: { taskId: string; taskState: TaskState | null }[] =
      JSON.parse(body).tasks;
    const found = tasks.find(({ taskId }) => taskId === this.id);
    if (!found?.taskState) {
      throw new Error(`There is no task ${this.id}`);
    }
    return found.taskState;
  }
}
