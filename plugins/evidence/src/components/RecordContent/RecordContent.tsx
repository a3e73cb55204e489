import { useApi } from '@backstage/core-plugin-api';
import { Text } from '@backstage/ui';
import { EvidenceRecord } from '@maestro-conductor/plugin-evidence-common';
import {
  formatBytes,
  LoadView,
  scrollableRegion,
  tokens,
  useLoad,
} from '@maestro-conductor/ui';
import { makeStyles } from '@material-ui/core/styles';
import { useCallback } from 'react';
import { evidenceApiRef } from '../../api';

/** More than a person reads on a page, and little enough for the browser. */
const MAX_BYTES = 256 * 1024;

const useStyles = makeStyles({
  raw: {
    maxHeight: 400,
    overflow: 'auto',
    margin: 0,
    padding: 12,
    background: tokens.surface,
    color: tokens.text,
    border: `1px solid ${tokens.line}`,
    borderRadius: tokens.radius,
    fontFamily: tokens.monospace,
    fontSize: 'var(--bui-font-size-2)',
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
  },
});

/** The start of an artifact as text. Never as HTML: others wrote it. */
export const RecordContent = ({ record }: { record: EvidenceRecord }) => {
  const api = useApi(evidenceApiRef);
  const classes = useStyles();
  const { id, fileName, size } = record;
  const content = useLoad(
    useCallback(signal => api.previewContent(id, MAX_BYTES, signal), [api, id]),
  );
  return (
    <LoadView load={content} what="the content" lines={4}>
      {({ text, truncated }) => (
        <>
          {truncated && (
            <Text as="p" variant="body-small">
              The first {formatBytes(MAX_BYTES)} of {formatBytes(size)}.
              Download it to see all.
            </Text>
          )}
          <pre
            className={classes.raw}
            {...scrollableRegion}
            aria-label={`Content of ${fileName || id}`}
          >
            {text || '(empty)'}
          </pre>
        </>
      )}
    </LoadView>
  );
};
