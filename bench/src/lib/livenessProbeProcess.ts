import { Agent, get } from 'node:http';
import { reply } from './replyOf';

const EVERY_MS = 20;

/**
 * Asks an address at a fixed pace, whether earlier questions were answered or not: whoever waits for the answer before asking again
 * does not see how long others would have waited.
 */
function probe(url: string): void {
  const agent = new Agent({ keepAlive: true });
  const waiting = new Map<number, number>();
  let answered: number[] = [];
  let count = 0;

  const ask = () => {
    const id = count++;
    waiting.set(id, performance.now());
    const settle = () => {
      const started = waiting.get(id);
      if (started === undefined) return;
      waiting.delete(id);
      answered.push(performance.now() - started);
      if (id === 0) reply('started');
    };
    const request = get(url, { agent }, response => {
      response.resume();
      response.once('end', settle);
    });
    // It stays among those that wait, and counts by its age: no answer is the slowest answer.
    request.once('error', () => request.destroy());
  };

  const timer = setInterval(ask, EVERY_MS);
  process.on('message', () => {
    const now = performance.now();
    const late = [...waiting.values()].map(started => now - started);
    reply([...answered, ...late]);
    answered = [];
  });
  process.on('disconnect', () => clearInterval(timer));
}

probe(process.argv[2]);
