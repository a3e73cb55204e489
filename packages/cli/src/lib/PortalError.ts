import { CustomErrorBase } from '@backstage/errors';

/** Why the same request may succeed later. @internal */
export interface Temporary {
  /** As a part of a sentence: `the portal answered 503`. */
  reason: string;
  /** Milliseconds that the portal asked to wait, where it did. */
  retryAfter?: number;
}

/** The portal could not be asked, or did not answer as it should. @internal */
export class PortalError extends CustomErrorBase {
  name = 'PortalError';

  /** @param temporary - set where trying again may help */
  constructor(message: string, readonly temporary?: Temporary) {
    super(message);
  }
}
