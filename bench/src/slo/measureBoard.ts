import { HttpClient } from '../lib/HttpClient';
import { Measurement } from '../lib/results';
import { median, p95 } from '../lib/statistics';
import { personalToken } from '../readiness/personalToken';

const BOARD = '/api/slo/v1/objectives?limit=50&sort=urgency';
const SLOWEST_MS = 100;
const PAGE = 50;
const WARM_UP = 5;

/** The first page of the board, most urgent first, with its sums over all pages, for a person whose every read depends on conditions. */
export async function measureBoard(options: {
  client: HttpClient;
  database: string;
  repeats: number;
  /** So many objectives there are, of which the person may not see all. */
  objectives: number;
}): Promise<Measurement[]> {
  const { client, database, repeats, objectives } = options;
  const person = client.as(await personalToken(client));
  const times: number[] = [];
  for (let round = -WARM_UP; round < repeats; round += 1) {
    const { body, milliseconds } = await person.get(BOARD);
    assertPage(body, objectives);
    if (round >= 0) times.push(milliseconds);
  }
  const figure = (name: string, value: number): Measurement => ({
    id: `board-50-${name}.${database}`,
    value,
    unit: 'ms',
    target: SLOWEST_MS,
    better: 'lower',
    gate: false,
  });
  return [figure('p95', p95(times)), figure('median', median(times))];
}

function assertPage(body: string, objectives: number): void {
  const { items, summary } = JSON.parse(body);
  const { total, byStatus } = summary;
  const part = total > 0.9 * objectives && total < objectives;
  if (items.length !== PAGE || !part || !byStatus.breached || !byStatus.ok) {
    throw new Error(
      `A page of ${items.length} came, over ${JSON.stringify(summary)}`,
    );
  }
}
