import { BLOCK, countsIn } from './traffic.mjs';

const DAY = 24 * 60;

/**
 * What is to be pushed for the minutes from `from` to `to`: a list per UTC day, the newest day first, with a series per SLO. Every list is
 * one request.
 *
 * @param {import('./traffic.mjs').Traffic} traffic
 * @param {object} options   Minutes since 1970.
 * @param {number} options.anchor   What the days of the traffic count back from.
 * @param {number} options.from
 * @param {number} options.to   Not included.
 */
export function planSamples(traffic, { anchor, from, to }) {
  const requests = [];
  if (from >= to) return requests;
  for (let day = Math.floor((to - 1) / DAY); day * DAY + DAY > from; day--) {
    const range = {
      anchor,
      from: Math.max(from, day * DAY),
      to: Math.min(to, day * DAY + DAY),
    };
    const series = Object.entries(traffic.services).flatMap(([service, slos]) =>
      Object.entries(slos).map(([slo, counted]) => ({
        entityRef: `component:default/${service}`,
        environment: traffic.environment,
        slo,
        samples: samplesOf(counted, slo, range),
      })),
    );
    const counted = series.filter(({ samples }) => samples.length > 0);
    if (counted.length > 0) requests.push(counted);
  }
  return requests;
}

function samplesOf(counted, slo, { anchor, from, to }) {
  const samples = [];
  for (let block = Math.floor(from / BLOCK); block * BLOCK < to; block++) {
    const counts = countsIn(counted, { slo, block, anchor });
    if (!counts) break;
    const start = Math.max(from, block * BLOCK);
    const minutes = Math.min(to, block * BLOCK + BLOCK) - start;
    samples.push({
      time: new Date(start * 60_000).toISOString(),
      minutes,
      good: counts.good * minutes,
      total: counts.total * minutes,
    });
  }
  return samples;
}
