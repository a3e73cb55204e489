#!/usr/bin/env node
import { once } from 'node:events';
import { createServer } from 'node:http';
import { createInteractionHandler } from './interaction.mjs';
import { loadKeys } from './keys.mjs';
import { readPeople } from './people.mjs';
import { createProvider } from './provider.mjs';
import { USAGE, readSettings } from './settings.mjs';
import { StateStore } from './stateStore.mjs';

async function main() {
  const settings = readSettings(process.argv.slice(2), process.env);
  if (settings === 'help') {
    process.stdout.write(`${USAGE}\n`);
    return;
  }
  const people = await readPeople(settings.people);
  const keys = await loadKeys(settings.data);
  const store = new StateStore(settings.data);
  const provider = createProvider({ settings, people, keys, store });
  provider.on('server_error', (_ctx, error) =>
    process.stderr.write(`sample identity: ${error.stack}\n`),
  );
  const handleInteraction = createInteractionHandler({
    provider,
    people,
    redirectUri: settings.redirectUri,
  });
  const handleProtocol = provider.callback();
  const server = createServer(async (req, res) => {
    if (!(await handleInteraction(req, res))) await handleProtocol(req, res);
  });
  // Whoever reaches this port can be anyone, so only this machine may.
  server.listen(settings.port, '127.0.0.1');
  await once(server, 'listening');
  process.stdout.write(
    `sample identity provider ready at ${settings.issuer}\n`,
  );

  const stop = () => {
    store.flush();
    server.close();
    server.closeAllConnections();
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

main().catch(error => {
  process.stderr.write(`sample identity: ${error.message}\n`);
  process.exitCode = 1;
});
