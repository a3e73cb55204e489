import { useApi } from '@backstage/core-plugin-api';
import { Button } from '@backstage/ui';
import { Denied, ErrorState, isDenied, saveBlob } from '@maestro-conductor/ui';
import GetAppIcon from '@material-ui/icons/GetApp';
import { useState } from 'react';
import { readinessApiRef, ScoresRequest } from '../../api';

interface CsvButtonProps {
  /** Filters and order in force. */
  request: Omit<ScoresRequest, 'limit' | 'cursor'>;
}

/** Saves all services that match, not only those of the page; says so where that fails. */
export const CsvButton = ({ request }: CsvButtonProps) => {
  const api = useApi(readinessApiRef);
  const [pending, setPending] = useState(false);
  const [error, setError] = useState<Error>();

  const save = async () => {
    setPending(true);
    setError(undefined);
    try {
      const { blob, fileName } = await api.getScoresFile(request);
      saveBlob(blob, fileName);
    } catch (failure) {
      setError(failure as Error);
    } finally {
      setPending(false);
    }
  };

  return (
    <div>
      <Button
        size="small"
        variant="secondary"
        iconStart={<GetAppIcon fontSize="inherit" />}
        isPending={pending}
        onPress={save}
      >
        Download CSV
      </Button>
      {error &&
        (isDenied(error) ? (
          <Denied what="the table" />
        ) : (
          <ErrorState what="the table" error={error} onRetry={save} />
        ))}
    </div>
  );
};
