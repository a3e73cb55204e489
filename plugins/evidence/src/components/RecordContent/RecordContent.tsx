import { useApi } from '@backstage/core-plugin-api';
import { Text } from '@backstage/ui';
import { EvidenceRecord } from '@maestro-conductor/plugin-evidence-common';
import {
  formatBytes,
  LoadView,
  ScrollRegion,
  tokens,
  useLoad,
} from '@maestro-conductor/ui';
import { makeStyles } from '@material-ui/core/styles';
import { useCallback } from 'react';
import { evidenceApiRef } from '../../api';

/** More than a person reads on a page, and little enough for the browser. */
const MAX_BYTES = 256 * 1024;

const useStyles = makeStyles({
  scroll: {
    maxHeight: 400,
    background: tokens.surface,
    border: `1px solid ${tokens.line}`,
    borderRadius: tokens.radius,
  },
  raw: {
    margin: 0,
    padding: 12,
    color: tokens.text,
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
          <ScrollRegion
            label={`Content of ${fileName || id}`}
            className={classes.scroll}
          >
            <pre className={classes.raw}>{text || '(empty)'}</pre>
          </ScrollRegion>
        </>
      )}
    </LoadView>
  );
};
