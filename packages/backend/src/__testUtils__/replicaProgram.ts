// The program of a replica that is a process of its own; see ReplicaProcess. Says `at <port>` on standard output when it is ready.
import notificationsPlugin from '@backstage/plugin-notifications-backend';
import { AddressInfo } from 'node:net';
import knexFactory from 'knex';
import { ReplicaDatabases } from './ReplicaDatabases';
import { ReplicaSetup } from './ReplicaProcess';
import { manyServices } from './sampleEntities';
import { startReplica } from './startReplica';

async function main() {
  const { connections, services, scorecard }: ReplicaSetup = JSON.parse(
    process.env.REPLICA_SETUP ?? '{}',
  );
  const shared = new Map(
    Object.entries(connections).map(([pluginId, connection]) => [
      pluginId,
      knexFactory({ client: 'pg', connection }),
    ]),
  );
  const { backend } = await startReplica({
    features: [new ReplicaDatabases(shared).feature, notificationsPlugin],
    entities: manyServices(services),
    scorecard,
  });
  const { port } = backend.server.address() as AddressInfo;
  process.stdout.write(`at ${port}\n`);
}

main().catch(error => {
  process.stderr.write(`${error.stack}\n`);
  process.exit(1);
});
