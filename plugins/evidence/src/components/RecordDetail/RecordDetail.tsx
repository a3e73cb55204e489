import { useApi } from '@backstage/core-plugin-api';
import { Button, Flex, Text } from '@backstage/ui';
import { EvidenceRecord } from '@maestro-conductor/plugin-evidence-common';
import { LoadView, useLoad } from '@maestro-conductor/ui';
import { useCallback, useState } from 'react';
import { evidenceApiRef } from '../../api';
import { ContentRemoved } from '../ContentRemoved';
import { DownloadButton } from '../DownloadButton';
import { FactsTable } from '../FactsTable';
import { RecordContent } from '../RecordContent';
import { RecordOrigin } from '../RecordOrigin';

/** One record: where it comes from, the facts that were read from it, and its bytes. */
export const RecordDetail = ({ record }: { record: EvidenceRecord }) => {
  const api = useApi(evidenceApiRef);
  const [raw, setRaw] = useState(false);
  const { id, contentRemovedAt: removed } = record;
  const detail = useLoad(
    useCallback(signal => api.getRecord(id, signal), [api, id]),
  );
  return (
    <Flex direction="column" gap="3">
      <RecordOrigin record={record} />
      <LoadView load={detail} what="the facts of this record">
        {({ facts }) =>
          facts.length > 0 ? (
            <FactsTable caption="Facts of this record" facts={facts} />
          ) : (
            <Text as="p">
              No facts were read from it: it is kept as it is, and counts for
              its kind.
            </Text>
          )
        }
      </LoadView>
      {removed && <ContentRemoved since={removed} />}
      {!removed && (
        <Flex gap="2">
          <Button
            size="small"
            variant="secondary"
            aria-expanded={raw}
            onPress={() => setRaw(!raw)}
          >
            {raw ? 'Hide content' : 'View content'}
          </Button>
          <DownloadButton record={record} />
        </Flex>
      )}
      {raw && !removed && <RecordContent record={record} />}
    </Flex>
  );
};
