import { mockServices } from '@backstage/backend-test-utils';
import { NotFoundError } from '@backstage/errors';
import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import { unavailableErrors } from './unavailableErrors';

function handle(error: unknown) {
  const logger = mockServices.logger.mock();
  const request = new IncomingMessage(new Socket());
  Object.assign(request, { method: 'GET', url: '/v1/scores' });
  const response = new ServerResponse(request);
  const next = jest.fn();
  unavailableErrors({ logger })(error, request, response, next);
  expect(next).toHaveBeenCalledTimes(1);
  const passedOn: Error = next.mock.calls[0][0];
  return { passedOn, retryAfter: response.getHeader('retry-after'), logger };
}

describe('unavailableErrors', () => {
  it('says when to ask again, and keeps statements and hosts to the log', () => {
    const { passedOn, retryAfter, logger } = handle(
      Object.assign(
        new Error('select secret - connect ECONNREFUSED 10.0.0.7:5432'),
        { code: 'ECONNREFUSED' },
      ),
    );
    expect(passedOn.name).toBe('ServiceUnavailableError');
    expect(passedOn.message).not.toMatch(/secret|10\.0/);
    expect(retryAfter).toBe('5');
    expect(logger.warn).toHaveBeenCalledWith(
      expect.stringMatching(
        /^GET \/v1\/scores cannot be answered now: .*10\.0/,
      ),
    );
  });

  it('leaves other errors as they are', () => {
    const error = new NotFoundError('no gateway');
    const { passedOn, retryAfter, logger } = handle(error);
    expect(passedOn).toBe(error);
    expect(retryAfter).toBeUndefined();
    expect(logger.warn).not.toHaveBeenCalled();
  });
});
