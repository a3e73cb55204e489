import { once } from 'node:events';
import fs from 'node:fs';
import { firstMinuteOf, Plan } from './plan';
import { eventsAt } from './traffic';

/** Lines that are written at once. */
const CHUNK = 10_000;

/** Writes the counters of all objectives as OpenMetrics. */
export async function writeCounters(file: string, plan: Plan): Promise<void> {
  await writeLines(file, counterLines(plan));
}

/** Writes lines without holding them all. */
export async function writeLines(
  file: string,
  lines: Iterable<string>,
): Promise<void> {
  const out = fs.createWriteStream(file);
  let chunk: string[] = [];
  const flush = async () => {
    if (!out.write(`${chunk.join('\n')}\n`)) await once(out, 'drain');
    chunk = [];
  };
  for (const line of lines) {
    chunk.push(line);
    if (chunk.length >= CHUNK) await flush();
  }
  chunk.push('# EOF');
  await flush();
  out.end();
  await once(out, 'finish');
}

function* counterLines(plan: Plan): Generator<string> {
  yield '# TYPE requests_total unknown';
  for (let objective = 0; objective < plan.objectives; objective += 1) {
    for (const [code, kind] of [
      ['200', 'good'],
      ['500', 'bad'],
    ] as const) {
      const name = `requests_total{service="s${objective}",code="${code}"}`;
      // Scraped at a second of its own.
      const offset = 1 + ((objective * 7) % 59);
      let value = 0;
      for (
        let minute = firstMinuteOf(plan, objective);
        minute < plan.now;
        minute += 1
      ) {
        value += eventsAt(objective, minute)[kind];
        yield `${name} ${value} ${minute * 60 + offset}`;
      }
    }
  }
}
