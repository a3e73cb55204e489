import { useApi } from '@backstage/core-plugin-api';
import { Button } from '@backstage/ui';
import { EvidenceRecord } from '@maestro-conductor/plugin-evidence-common';
import {
  Denied,
  ErrorState,
  formatBytes,
  isDenied,
  saveBlob,
} from '@maestro-conductor/ui';
import { useState } from 'react';
import { evidenceApiRef } from '../../api';

/** Saves the bytes of a record; says so where that fails. */
export const DownloadButton = ({ record }: { record: EvidenceRecord }) => {
  const api = useApi(evidenceApiRef);
  const [pending, setPending] = useState(false);
  const [error, setError] = useState<Error>();

  const download = async () => {
    setPending(true);
    setError(undefined);
    try {
      const blob = await api.downloadContent(record.id);
      saveBlob(blob, record.fileName);
    } catch (failure) {
      setError(failure as Error);
    } finally {
      setPending(false);
    }
  };

  return (
    <>
      <Button
        size="small"
        variant="secondary"
        isPending={pending}
        onPress={download}
      >
        {`Download (${formatBytes(record.size)})`}
      </Button>
      {error &&
        (isDenied(error) ? (
          <Denied what="the content" />
        ) : (
          <ErrorState what="the content" error={error} onRetry={download} />
        ))}
    </>
  );
};
