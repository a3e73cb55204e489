import { TestDatabases } from '@backstage/backend-test-utils';
import { whileAlone } from './whileAlone';

jest.setTimeout(60_000);
const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });

describe.each(databases.eachSupportedId())('whileAlone, %s', id => {
  it('does the work, gives its result, and lets its failure through', async () => {
    const knex = await databases.init(id);
    await expect(whileAlone(knex, 'a', async () => 7)).resolves.toEqual({
      done: true,
      result: 7,
    });
    await expect(
      whileAlone(knex, 'a', async () => {
        throw new Error('no');
      }),
    ).rejects.toThrow('no');
    await expect(whileAlone(knex, 'a', async () => 8)).resolves.toMatchObject({
      done: true,
    });
  });
});

if (databases.supports('POSTGRES_15')) {
  describe('whileAlone between replicas', () => {
    it('leaves the work to who is at it, and stands in nobody’s way after its death', async () => {
      const knex = await databases.init('POSTGRES_15');
      let end = () => {};
      let first: Promise<unknown> | undefined;
      await new Promise<void>(begun => {
        first = whileAlone(
          knex,
          'watch',
          () =>
            new Promise<void>(resolve => {
              end = resolve;
              begun();
            }),
        );
      });
      const other = async () =>
        (await whileAlone(knex, 'watch', async () => {})).done;
      await expect(other()).resolves.toBe(false);
      await expect(
        whileAlone(knex, 'else', async () => 1),
      ).resolves.toMatchObject({ done: true });

      // As the server does for a process that was killed.
      const died = first?.catch(error => error);
      await knex.raw(
        `select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and database = (select oid from pg_database where datname = current_database())`,
      );
      // The server ends a connection in its own time.
      while (!(await other())) await new Promise(turn => setTimeout(turn, 5));
      end();
      await expect(died).resolves.toBeInstanceOf(Error);
    });
  });
}
