import { InputError } from '@backstage/errors';
import { RequestHandler } from 'express';

/** Refuses U+0000 in parameters: no name holds it, and PostgreSQL cannot even compare with it. */
export const refuseNul: RequestHandler = (req, _res, next) => {
  const parameters = Object.entries(req.query).filter(([name, value]) =>
    JSON.stringify([name, value]).includes('\\u0000'),
  );
  if (parameters.length > 0) {
    const [[name]] = parameters;
    throw new InputError(
      `The query parameter ${JSON.stringify(
        name,
      )} must not hold the character U+0000: remove %00`,
    );
  }
  if (/%00/.test(req.path)) {
    throw new InputError(
      'The path must not hold the character U+0000: remove %00',
    );
  }
  next();
};
