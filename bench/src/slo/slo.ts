import path from 'node:path';
import { PrometheusSource } from '@maestro-conductor/plugin-slo-backend-module-prometheus';
import {
  hasPrometheus,
  Prometheus,
} from '@maestro-conductor/prometheus-testing';
import { Benchmark, BenchmarkContext } from '../lib/benchmark';
import { databasesOf } from '../lib/databasesOf';
import { Measurement } from '../lib/results';
import { CountingProxy } from './CountingProxy';
import { measureError } from './measureError';
import { measurePortal } from './measurePortal';
import { measureTouched } from './measureTouched';
import { planFor } from './plan';
import { recordPeer } from './recordPeer';
import { generatePeerRules } from './sloth';
import { SCRAPE_SECONDS } from './traffic';
import { writeCounters } from './writeCounters';

/**
 * Objectives measured by a real Prometheus, beside the recording rules that Sloth generates for the same objectives; then their evaluation and
 * their board, on SQLite, and on PostgreSQL if there is one.
 */
export const slo: Benchmark = {
  description: 'objectives on a real Prometheus beside the rules of Sloth',
  async run(context) {
    if (!hasPrometheus()) {
      throw new Error(
        'Needs prometheus and promtool on PATH: install the package prometheus, for example by apt-get.',
      );
    }
    return [
      ...(await measureSources(context)),
      ...(await measurePortals(context)),
    ];
  },
};

async function measurePortals(
  context: BenchmarkContext,
): Promise<Measurement[]> {
  const measured: Measurement[] = [];
  for (const database of databasesOf(context)) {
    try {
      measured.push(...(await measurePortal(database, context)));
    } finally {
      await database.remove();
    }
  }
  return measured;
}

async function measureSources({
  quick,
  folder,
  progress,
}: BenchmarkContext): Promise<Measurement[]> {
  const plan = planFor(quick);
  progress('generating the rules of the peer');
  const rules = await generatePeerRules(plan, folder);
  progress(`filling Prometheus for ${plan.objectives} objectives`);
  const prometheus = await Prometheus.start({
    folder: path.join(folder, 'prometheus'),
    write: file => writeCounters(file, plan),
  });
  const { url } = prometheus;
  const proxy = await CountingProxy.start(url);
  const source = new PrometheusSource([
    {
      name: 'bench',
      url: proxy.url,
      headers: {},
      scrapeInterval: SCRAPE_SECONDS * 1000,
      delay: 0,
      timeout: 60_000,
      concurrency: 4,
    },
  ]);
  try {
    progress('recording what the peer would have recorded');
    await prometheus.add(file => recordPeer(file, { url, rules, plan }));
    const given = { source, url, rules, plan, progress };
    return [
      ...(await measureTouched({ ...given, proxy })),
      ...(await measureError(given)),
    ];
  } finally {
    source.close();
    await proxy.stop();
    await prometheus.stop();
  }
}
