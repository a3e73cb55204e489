import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { useEntityPresentation } from '@backstage/plugin-catalog-react';
import { Button } from '@backstage/ui';
import CloseIcon from '@material-ui/icons/Close';

/** An address can say anything; the server tells what is wrong with it. */
function groupRef(owner: string): string {
  try {
    return stringifyEntityRef(parseEntityRef(owner, { defaultKind: 'group' }));
  } catch {
    return stringifyEntityRef({ kind: 'group', name: owner });
  }
}

interface OwnerFilterProps {
  /** Ref of a group. */
  owner: string;
  onClear(): void;
}

/** Says whose services are shown; taking it away shows those of all owners. */
export const OwnerFilter = ({ owner, onClear }: OwnerFilterProps) => {
  const { primaryTitle } = useEntityPresentation(groupRef(owner));
  const text = `Owner: ${primaryTitle}`;
  return (
    <div>
      <Button
        size="small"
        variant="primary"
        iconEnd={<CloseIcon fontSize="inherit" />}
        aria-label={`${text}, show all owners`}
        onPress={onClear}
      >
        {text}
      </Button>
    </div>
  );
};
