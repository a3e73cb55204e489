import { useApi } from '@backstage/core-plugin-api';
import { Button } from '@backstage/ui';
import {
  Empty,
  isNotFound,
  LoadView,
  Section,
  useLoad,
} from '@maestro-conductor/ui';
import { useCallback } from 'react';
import { evidenceApiRef } from '../../api';
import { RecordsTable } from '../RecordsTable';

interface LinkedRecordProps {
  id: string;
  /** The entity on whose page it is shown. */
  entityRef: string;
  onClose(): void;
}

/** A record that was linked to and is not on the page of the list that is shown. */
export const LinkedRecord = ({ id, entityRef, onClose }: LinkedRecordProps) => {
  const api = useApi(evidenceApiRef);
  const record = useLoad(
    useCallback(signal => api.getRecord(id, signal), [api, id]),
  );
  const gone =
    (record.error && isNotFound(record.error)) ||
    (record.value && record.value.entityRef !== entityRef);
  return (
    <Section
      title="Linked record"
      actions={
        <Button size="small" variant="tertiary" onPress={onClose}>
          Close
        </Button>
      }
    >
      {gone ? (
        <Empty
          title="This entity has no such record"
          nextStep="The link may be of another entity. What there is stands in the list below."
        />
      ) : (
        <LoadView load={record} what="the linked record">
          {value => (
            <RecordsTable records={[value]} open={id} onOpen={onClose} />
          )}
        </LoadView>
      )}
    </Section>
  );
};
