import { createExtensionPoint } from '@backstage/backend-plugin-api';
import { SampleSource } from './SampleSource';

/** @public */
export interface SloExtensionPoint {
  /** Each type of source once. */
  addSampleSource(...sources: SampleSource[]): void;
}

/** @public */
export const sloExtensionPoint = createExtensionPoint<SloExtensionPoint>({
  id: 'slo.extensions',
});
