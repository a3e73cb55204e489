import { InputError } from '@backstage/errors';
import { RequestHandler } from 'express';

/** Refuses U+0000 in parameters: no name holds it, and PostgreSQL cannot even compare with it. */
export const refuseNul: RequestHandler = (req, _res, next) => {
  for (const [name, value] of Object.entries(req.query)) {
    if (JSON.stringify([name, value]).includes('\\u0000')) {
      throw new InputError(
        `The query parameter ${JSON.stringify(
          name,
        )} must not hold the character U+0000: remove %00`,
      );
    }
  }
  if (/%00/.test(req.path)) {
    throw new InputError(
      'The path must not hold the character U+0000: remove %00',
    );
  }
  next();
};
