import { NotAllowedError, NotFoundError } from '@backstage/errors';
import { assertEveryMethodAuthorized } from './assertEveryMethodAuthorized';

interface Service {
  read(): Promise<unknown>;
  list(): Promise<unknown>;
}

const make = (
  read: () => Promise<unknown>,
  list = async (): Promise<unknown> => [],
) =>
  new (class Authorized implements Service {
    read() {
      return read();
    }
    list() {
      return list();
    }
  })();

const check = (authorized: Service, extra?: object) =>
  assertEveryMethodAuthorized<Service>({
    authorized,
    calls: { read: service => service.read(), list: service => service.list() },
    ...extra,
  });

describe('assertEveryMethodAuthorized', () => {
  const refuse = async () => {
    throw new NotAllowedError('no');
  };

  it('accepts refusals and empty answers', async () => {
    await expect(check(make(refuse))).resolves.toBeUndefined();
    await check(
      make(async () => {
        throw new NotFoundError('no');
      }),
    );
    for (const nothing of [
      undefined,
      null,
      [],
      new Map(),
      new Set(),
      { items: [], totalItems: 0, nextCursor: undefined },
    ]) {
      await check(make(refuse, async () => nothing));
    }
  });

  it.each([
    [7],
    ['text'],
    [true],
    [[1]],
    [new Map([[1, 1]])],
    [{ items: [], totalItems: 3 }],
  ])('finds a method that gives %j', async something => {
    await expect(check(make(refuse, async () => something))).rejects.toThrow(
      /list: gave a result/,
    );
  });

  it('lists all faults at once', async () => {
    const authorized = make(
      async () => 1,
      async () => {
        throw new Error('boom');
      },
    );
    await expect(check(authorized)).rejects.toThrow(
      /read: gave a result\nlist: threw Error: boom/,
    );
  });

  it('finds methods that the table does not have', async () => {
    class Wider {
      async read() {
        return [];
      }
      async list() {
        return [];
      }
      async forgotten() {
        return [];
      }
      readonly alsoForgotten = async () => [];
    }
    await expect(check(new Wider())).rejects.toThrow(
      /alsoForgotten: no call in the table\nforgotten: no call in the table/,
    );
  });

  it('leaves out what is open to everybody', async () => {
    const open = { read: 'names of kinds are no secret' };
    const checked = check(
      make(async () => 1),
      { open },
    );
    await expect(checked).resolves.toBeUndefined();
  });
});
