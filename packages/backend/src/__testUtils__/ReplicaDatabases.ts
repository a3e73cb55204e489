import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import knexFactory, { Knex } from 'knex';

/** Of tarn's pool, and of the connections of pg in it, as much as is needed to break them. */
interface BreakablePool {
  used: { resource: { connection: { stream: { destroy(): void } } } }[];
}

/**
 * The databases of one replica: for each plugin a pool of its own on a PostgreSQL that other replicas use too. They can be torn
 * away at any moment, as they are when a process dies.
 */
export class ReplicaDatabases {
  private readonly pools = new Map<string, Knex>();
  private readonly shared: ReadonlyMap<string, Knex>;
  private broken = false;

  /** @param shared - by plugin id: the database, as a knex whose connection is used again */
  constructor(shared: ReadonlyMap<string, Knex>) {
    this.shared = shared;
  }

  readonly feature = createServiceFactory({
    service: coreServices.database,
    deps: { plugin: coreServices.pluginMetadata },
    factory: ({ plugin }) => ({
      getClient: async () => this.pool(plugin.getId()),
    }),
  });

  /** The pool of one plugin. */
  pool(pluginId: string): Knex {
    const known = this.pools.get(pluginId);
    if (known) return known;
    const shared = this.shared.get(pluginId);
    if (!shared) throw new Error(`No database for plugin ${pluginId}`);
    const pool = knexFactory({
      client: 'pg',
      // Torn connections are meant to be.
      log: { warn() {} },
      connection: shared.client.config.connection,
      // As in app-config.yaml.
      acquireConnectionTimeout: 8000,
      pool: {
        min: 0,
        max: 5,
        afterCreate: (_: unknown, done: (error?: Error) => void) =>
          done(this.broken ? new Error('This replica is dead') : undefined),
      },
    });
    this.pools.set(pluginId, pool);
    return pool;
  }

  /** Cuts all connections without a word, in the middle of whatever they do, and lets no new ones come up. */
  tearAway() {
    this.broken = true;
    for (const pool of this.pools.values()) {
      const { used } = pool.client.pool as BreakablePool;
      for (const { resource } of used) resource.connection.stream.destroy();
    }
  }

  async close() {
    await Promise.all([...this.pools.values()].map(pool => pool.destroy()));
  }
}
