import fs from 'node:fs';
import { Config, readDurationFromConfig } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { durationToMilliseconds } from '@backstage/types';
import { PrometheusServer } from '../client/types';

/**
 * Reads `slo.prometheus.servers`.
 *
 * @throws InputError that names key, rule and way out
 */
export function readServers(config: Config): PrometheusServer[] {
  const servers = (
    config.getOptionalConfigArray('slo.prometheus.servers') ?? []
  ).map(readServer);
  const names = servers.map(({ name }) => name);
  const twice = names.find((name, i) => names.indexOf(name) < i);
  if (twice !== undefined) {
    throw new InputError(
      `slo.prometheus.servers: two are called ${twice}; give each a name of its own.`,
    );
  }
  return servers;
}

function readServer(config: Config, i: number): PrometheusServer {
  const at = (key: string) => `slo.prometheus.servers[${i}].${key}`;
  const milliseconds = (key: string, seconds: number) => {
    if (!config.has(key)) return seconds * 1000;
    const value = durationToMilliseconds(
      readDurationFromConfig(config, { key }),
    );
    if (value > 0 && value <= 3_600_000) return value;
    throw new InputError(`${at(key)} must be above 0, and an hour at most.`);
  };
  const concurrency = config.getOptionalNumber('concurrency') ?? 4;
  if (!Number.isInteger(concurrency) || concurrency < 1 || concurrency > 32) {
    throw new InputError(
      `${at('concurrency')} must be a whole number from 1 to 32.`,
    );
  }
  const caFile = config.getOptionalString('caFile');
  return {
    name: config.getString('name'),
    url: readUrl(config.getString('url'), at('url')),
    headers: readHeaders(config, at),
    ...(caFile && { ca: readCa(caFile, at('caFile')) }),
    scrapeInterval: milliseconds('scrapeInterval', 60),
    delay: milliseconds('delay', 30),
    timeout: milliseconds('timeout', 20),
    concurrency,
  };
}

function readUrl(text: string, field: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^https?:$/.test(url.protocol)) {
    throw new InputError(`${field} must be an address with http or https.`);
  }
  if (url.username || url.password || url.search || url.hash) {
    throw new InputError(
      `${field} must hold neither user, password, query nor fragment; write credentials into auth.`,
    );
  }
  return url.href.replace(/\/+$/, '');
}

function readHeaders(config: Config, at: (key: string) => string) {
  const headers: Record<string, string> = {};
  for (const name of config.getOptionalConfig('headers')?.keys() ?? []) {
    headers[name.toLowerCase()] = config.getString(`headers.${name}`);
  }
  const token = config.getOptionalString('auth.bearerToken');
  const username = config.getOptionalString('auth.username');
  const password = config.getOptionalString('auth.password');
  if (token && (username || password)) {
    throw new InputError(
      `${at('auth')} takes either bearerToken, or username and password.`,
    );
  }
  if (Boolean(username) !== Boolean(password)) {
    throw new InputError(`${at('auth')} needs both username and password.`);
  }
  if (token) headers.authorization = `Bearer ${token}`;
  if (username) {
    const pair = Buffer.from(`${username}:${password}`).toString('base64');
    headers.authorization = `Basic ${pair}`;
  }
  return headers;
}

function readCa(file: string, field: string): string {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch (error) {
    throw new InputError(`${field}: ${file} cannot be read.`, error);
  }
}
