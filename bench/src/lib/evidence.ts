import { HttpClient } from './HttpClient';

/** One file about one entity, as a pipeline pushes it. */
export interface PushedFile {
  entityRef: string;
  fileName: string;
  content: string;
  /** Of the pipeline; the same file of another run is another record. */
  run: string;
}

const COMMIT = '0123456789abcdef0123456789abcdef01234567';

/**
 * Pushes files in one request, as evidence of production.
 *
 * @returns ids of the records, which are kept from now on
 * @throws Error where a single one is refused
 */
export async function pushEvidence(
  client: HttpClient,
  files: readonly PushedFile[],
): Promise<string[]> {
  const form = new FormData();
  const manifest = files.map(({ entityRef, run }, index) => ({
    file: `file-${index}`,
    entity: entityRef,
    environment: 'production',
    commit: COMMIT,
    run,
  }));
  form.append('manifest', JSON.stringify(manifest));
  files.forEach(({ content, fileName }, index) =>
    form.append(`file-${index}`, new Blob([content]), fileName),
  );
  const { body } = await client.post('/api/evidence/v1/records', form);
  const { items } = JSON.parse(body) as {
    items: { status: string; record?: { id: string }; error?: object }[];
  };
  return items.map(({ status, record, error }) => {
    if (!record || status === 'rejected') {
      throw new Error(`A push was refused: ${JSON.stringify(error)}`);
    }
    return record.id;
  });
}
