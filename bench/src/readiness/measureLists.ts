import { HttpClient } from '../lib/HttpClient';
import { Measurement } from '../lib/results';
import { median, p95 } from '../lib/statistics';
import { personalToken } from './personalToken';

const CATALOG_LIST = '/api/catalog/entities/by-query?limit=20';
/** What the readiness page asks for. */
const LISTS = {
  teams: '/api/readiness/v1/teams?limit=100',
  summary: '/api/readiness/v1/summary',
  'page-of-50':
    '/api/readiness/v1/scores?limit=50&lifecycle=production&tag=go&sort=score&order=asc',
};
const AT_MOST = 5;
const WARM_UP = 5;

/** Roll-ups and a page of scores, beside the catalog's own list in the same process and for the same person. */
export async function measureLists(options: {
  client: HttpClient;
  database: string;
  repeats: number;
}): Promise<Measurement[]> {
  const { client, database, repeats } = options;
  const person = client.as(await personalToken(client));
  const catalog: number[] = [];
  const lists = Object.entries(LISTS).map(([name, path]) => ({
    name,
    path,
    times: [] as number[],
  }));
  for (let round = -WARM_UP; round < repeats; round++) {
    const list = await person.get(CATALOG_LIST);
    if (round >= 0) catalog.push(list.milliseconds);
    for (const { path, times } of lists) {
      const { milliseconds } = await person.get(path);
      if (round >= 0) times.push(milliseconds);
    }
  }
  const peer = p95(catalog);
  return lists.flatMap(({ name, times }): Measurement[] => [
    {
      id: `${name}-p95.${database}`,
      value: p95(times),
      unit: 'ms',
      target: peer * AT_MOST,
      better: 'lower',
      gate: true,
      peer,
      ratio: peer / p95(times),
    },
    {
      id: `${name}-median.${database}`,
      value: median(times),
      unit: 'ms',
      target: median(catalog) * AT_MOST,
      better: 'lower',
      gate: false,
      peer: median(catalog),
      ratio: median(catalog) / median(times),
    },
  ]);
}
