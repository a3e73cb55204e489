import { Alert } from '@backstage/ui';
import { formatExactTime } from '@maestro-conductor/ui';

/** The bytes of a record are gone by rule; what they were stays provable. `since` is ISO 8601. */
export const ContentRemoved = ({ since }: { since: string }) => (
  <Alert
    status="info"
    icon
    title={`Bytes no longer kept since ${formatExactTime(since)}`}
    description="Their retention ended. The record, its SHA-256 and its facts stay: a copy of the file from elsewhere can be held against them."
  />
);
