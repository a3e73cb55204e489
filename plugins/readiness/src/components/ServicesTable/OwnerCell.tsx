import { Text } from '@backstage/ui';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { tokens } from '@maestro-conductor/ui';

interface OwnerCellProps {
  /** Ref; absent where the service has none. */
  owner?: string;
  /** Whether the catalog has no such owner. */
  unknown: boolean;
}

/** Who owns a service. An owner that the catalog does not have is named as it was written: a link would lead nowhere. */
export const OwnerCell = ({ owner, unknown }: OwnerCellProps) => {
  if (!owner) return <>no owner</>;
  // An icon would stand between two lines of a long name, and push the rest of the row down.
  if (!unknown) return <EntityRefLink entityRef={owner} hideIcon />;
  return (
    <>
      <span style={{ overflowWrap: 'anywhere' }}>{owner}</span>
      <Text as="p" variant="body-small" style={{ color: tokens.muted }}>
        not in the catalog: correct spec.owner of the service
      </Text>
    </>
  );
};
