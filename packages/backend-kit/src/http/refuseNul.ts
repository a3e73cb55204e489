import { InputError } from '@backstage/errors';
import { RequestHandler } from 'express';

/** Refuses U+0000 in parameters: no name holds it, and PostgreSQL cannot even compare with it. */
export const refuseNul: RequestHandler = (req, _res, next) => {
  for (const parameter of Object.entries(req.query)) {
    if (holdsNul(parameter)) {
      throw new InputError(
        `The query parameter ${JSON.stringify(
          parameter[0],
        )} must not hold the character U+0000: remove %00`,
      );
    }
  }
  if (req.path.includes('%00')) {
    throw new InputError(
      'The path must not hold the character U+0000: remove %00',
    );
  }
  next();
};

/** Parameters may be nested: `a[b]=c`. */
function holdsNul(value: unknown): boolean {
  return typeof value === 'string'
    ? value.includes('\0')
    : Object.entries(value ?? {})
        .flat()
        .some(holdsNul);
}
