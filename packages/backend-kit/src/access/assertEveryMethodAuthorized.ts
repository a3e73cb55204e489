import { isError } from '@backstage/errors';

/** @public */
export interface EveryMethodAuthorizedOptions<TService extends object> {
  /** The authorizing implementation, made with a permission service that denies everything, for a caller who is a user. */
  authorized: TService;
  /** For every method of the interface a call with valid arguments, that would succeed for an administrator. */
  calls: {
    [TMethod in keyof TService]: (service: TService) => Promise<unknown>;
  };
  /** Methods that are open to everybody, each with the reason. They are not called. */
  open?: { [TMethod in keyof TService]?: string };
}

/**
 * For tests of an `AuthorizedX`: calls every method as somebody who may do nothing, and rejects with one error that
 * lists all faults: methods that did something, methods of the class that `calls` does not have.
 *
 * A call is right where it rejects with a NotAllowedError or NotFoundError, or gives nothing: no value, an empty list or
 * map, or an object whose lists are empty and whose numbers are 0. Private methods of the class must be `#private`.
 *
 * @public
 */
export async function assertEveryMethodAuthorized<TService extends object>(
  options: EveryMethodAuthorizedOptions<TService>,
): Promise<void> {
  const { authorized, calls, open = {} } = options;
  const called = Object.keys(calls) as (keyof TService & string)[];
  const faults = methodsOf(authorized)
    .filter(method => !Object.hasOwn(calls, method))
    .map(method => `${method}: no call in the table`);
  for (const method of called) {
    if (Object.hasOwn(open, method)) {
      continue;
    }
    const fault = await faultOf(() => calls[method](authorized));
    if (fault) {
      faults.push(`${method}: ${fault}`);
    }
  }
  if (faults.length > 0) {
    throw new Error(
      `Without any permission these methods must refuse or give nothing:\n${faults.join(
        '\n',
      )}`,
    );
  }
}

function methodsOf(service: object): string[] {
  const names = new Set<string>();
  for (
    let level = service;
    level && level !== Object.prototype;
    level = Object.getPrototypeOf(level)
  ) {
    for (const name of Object.getOwnPropertyNames(level)) {
      const { value } = Object.getOwnPropertyDescriptor(level, name) ?? {};
      if (name !== 'constructor' && typeof value === 'function') {
        names.add(name);
      }
    }
  }
  return [...names];
}

async function faultOf(
  call: () => Promise<unknown>,
): Promise<string | undefined> {
  try {
    const result = await call();
    return isNothing(result) ? undefined : 'gave a result';
  } catch (error) {
    const refused =
      isError(error) &&
      (error.name === 'NotAllowedError' || error.name === 'NotFoundError');
    return refused ? undefined : `threw ${error}`;
  }
}

function isNothing(value: unknown): boolean {
  if (value === undefined || value === null) {
    return true;
  }
  if (Array.isArray(value)) {
    return value.length === 0;
  }
  if (value instanceof Map || value instanceof Set) {
    return value.size === 0;
  }
  if (typeof value === 'object') {
    return Object.values(value).every(
      member => member === 0 || isNothing(member),
    );
  }
  return false;
}
