import { Button } from '@backstage/ui';
import { Command, Empty } from '@maestro-conductor/ui';

interface NoRecordsProps {
  entityRef: string;
  /** Takes the filter away that may be the reason; absent where there is none. */
  onClear?(): void;
}

/** No evidence, and how to get some. */
export const NoRecords = ({ entityRef, onClear }: NoRecordsProps) =>
  onClear ? (
    <Empty
      title="No evidence matches the filter"
      nextStep={
        <Button size="small" variant="secondary" onPress={onClear}>
          Show all evidence
        </Button>
      }
    />
  ) : (
    <Empty
      title="No evidence yet"
      nextStep={
        <>
          Push a report from your pipeline:
          <Command>
            {`conductor evidence push coverage/lcov.info --entity ${entityRef} --env production`}
          </Command>
        </>
      }
    />
  );
