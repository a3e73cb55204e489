import { spawn } from 'node:child_process';
import net from 'node:net';

/** Long-running processes that end together: when one of them ends by itself, the others are stopped too. */
export class Services {
  #children = [];
  #stopping = false;
  #ended;

  constructor() {
    this.ended = new Promise(resolve => {
      this.#ended = resolve;
    });
    for (const signal of ['SIGINT', 'SIGTERM']) {
      process.once(signal, () => this.stop(0));
    }
  }

  /** Whether they have ended, or are about to. */
  get isOver() {
    return this.#stopping;
  }

  /** Starts a process; its output goes to `onLine`, line by line. With `mayEnd` its end is not the end of the others. */
  start(name, command, args, { onLine, mayEnd = false, ...options }) {
    const child = spawn(command, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      ...options,
    });
    for (const stream of [child.stdout, child.stderr]) {
      let rest = '';
      stream.on('data', chunk => {
        const lines = (rest + chunk).split('\n');
        rest = lines.pop();
        lines.forEach(line => onLine(line));
      });
    }
    child.once('error', error => {
      onLine(`${name} could not be started: ${error.message}`);
      this.stop(1);
    });
    child.once('exit', code => {
      if (!this.#stopping && !mayEnd) {
        onLine(`${name} ended unexpectedly with ${code}`);
        this.stop(1);
      }
    });
    this.#children.push(child);
    return child;
  }

  /** Waits until an address answers with 2xx. Where it does not, all processes have ended when this throws. */
  async waitFor(url, { seconds }) {
    try {
      await waitFor(url, { seconds, isOver: () => this.isOver });
    } catch (error) {
      this.stop(1);
      await this.ended;
      throw error;
    }
  }

  /** Asks all processes to end, gives them five seconds, and resolves `ended` with the exit code. */
  async stop(code) {
    if (this.#stopping) {
      return;
    }
    this.#stopping = true;
    const living = this.#children.filter(
      child => child.exitCode === null && child.signalCode === null,
    );
    const gone = living.map(
      child => new Promise(resolve => child.once('exit', resolve)),
    );
    living.forEach(child => child.kill('SIGTERM'));
    const hammer = setTimeout(
      () => living.forEach(child => child.kill('SIGKILL')),
      5000,
    );
    await Promise.all(gone);
    clearTimeout(hammer);
    this.#ended(code);
  }
}

/** Whether a port of this machine can be listened on. */
export function isPortFree(port) {
  return new Promise(resolve => {
    const server = net.createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}

async function waitFor(url, { seconds, isOver }) {
  const end = Date.now() + seconds * 1000;
  let last = 'no answer yet';
  while (Date.now() < end && !isOver()) {
    try {
      const response = await fetch(url, { signal: AbortSignal.timeout(5000) });
      if (response.ok) {
        return;
      }
      last = `HTTP ${response.status}`;
    } catch (error) {
      last = error.cause?.message ?? error.message;
    }
    await new Promise(resolve => setTimeout(resolve, 250));
  }
  throw new Error(`${url} did not become ready (${last}).`);
}
