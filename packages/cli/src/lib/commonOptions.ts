import { InputError } from '@backstage/errors';
import { Command } from 'commander';
import { setTimeout } from 'node:timers/promises';
import { CliContext } from './CliContext';
import { parseDuration } from './parseDuration';
import { PortalClient } from './PortalClient';

const DEFAULT_URL = 'http://localhost:7007';
/** Milliseconds: a portal that is restarted is back by then. */
const DEFAULT_RETRY_FOR = 60_000;
/** What may stand in a header as a token. */
const TOKEN = /^[\x21-\x7e]+$/;

/** @internal */
export interface CommonOptions {
  json?: boolean;
  url?: string;
  /** Milliseconds. */
  retryFor?: number;
}

/** Adds the options of every command that asks the portal. @internal */
export function addCommonOptions(command: Command): Command {
  return command
    .option('--json', 'print exactly one JSON object on stdout')
    .option(
      '--url <url>',
      `address of the portal (default: CONDUCTOR_URL, else ${DEFAULT_URL})`,
    )
    .option(
      '--retry-for <duration>',
      'how long to try again while the portal is away or busy, for example 5m; 0 tries once (default: 60s)',
      parseDuration,
    );
}

/**
 * A client for the portal that the options and the environment name.
 *
 * @throws InputError where the address is none or holds credentials, or the token cannot be one
 * @internal
 */
export function createClient(
  options: CommonOptions,
  context: CliContext,
): PortalClient {
  const url = options.url ?? (context.env.CONDUCTOR_URL || DEFAULT_URL);
  // Before anything that repeats the address: logs of pipelines are read by many.
  if (URL.canParse(url) && (new URL(url).username || new URL(url).password)) {
    throw new InputError(
      'The address of the portal has a user name or password in it: leave them out of --url or CONDUCTOR_URL, and set CONDUCTOR_TOKEN.',
    );
  }
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) {
    throw new InputError(
      `"${url}" is no http or https address: correct --url or CONDUCTOR_URL.`,
    );
  }
  const token = context.env.CONDUCTOR_TOKEN?.trim() || undefined;
  if (token && !TOKEN.test(token)) {
    throw new InputError(
      'CONDUCTOR_TOKEN has spaces, line ends or other characters that no token has: set it again, as one line.',
    );
  }
  const { protocol, hostname } = new URL(url);
  if (token && protocol === 'http:' && !isLocal(hostname)) {
    context.stderr(
      `conductor: the token travels unencrypted to ${hostname}; use https where you can.\n`,
    );
  }
  return new PortalClient({
    url: url.replace(/\/+$/, ''),
    token,
    retry: {
      retryFor: options.retryFor ?? DEFAULT_RETRY_FOR,
      now: () => new Date(),
      random: Math.random,
      sleep: milliseconds => setTimeout(milliseconds),
      notify: message => context.stderr(`conductor: ${message}\n`),
    },
  });
}

function isLocal(hostname: string): boolean {
  return (
    hostname === 'localhost' ||
    hostname === '[::1]' ||
    hostname.startsWith('127.')
  );
}
