import { Command, Empty } from '@maestro-conductor/ui';

interface NoRecordsProps {
  entityRef: string;
  /** Whether a filter may be the reason. */
  filtered: boolean;
}

/** No evidence, and how to get some. */
export const NoRecords = ({ entityRef, filtered }: NoRecordsProps) =>
  filtered ? (
    <Empty
      title="No evidence matches the filter"
      nextStep="Choose all kinds and all environments to see what there is."
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
