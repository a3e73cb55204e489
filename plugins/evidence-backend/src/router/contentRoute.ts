import { AuditorService, HttpAuthService } from '@backstage/backend-plugin-api';
import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Request, Response } from 'express';
import { EvidenceRecord } from '@maestro-conductor/plugin-evidence-common';
import { EvidenceContent, EvidenceManager } from '../service/types';

const TEXTUAL =
  /^(text\/.+|application\/(json|xml|yaml|x-yaml|.+\+json|.+\+xml))$/;

/**
 * `GET /v1/records/:id/content`. What was uploaded is never trusted: it is sent as plain text or as bytes, sandboxed, and never as
 * something that a browser would run.
 */
export function contentRoute(options: {
  manager: EvidenceManager;
  httpAuth: HttpAuthService;
  auditor: AuditorService;
}) {
  const { manager, httpAuth, auditor } = options;
  return async (req: Request, res: Response) => {
    const { id } = req.params;
    const event = await auditor.createEvent({
      eventId: 'record-download',
      request: req,
      meta: { record: id },
    });
    try {
      const credentials = await httpAuth.credentials(req);
      const content = await manager.getContent({ id }, { credentials });
      const inline = req.query.disposition === 'inline';
      res.status(200).set(headersOf(content.record, inline));
      await pipeline(Readable.from(verified(content)), res);
      await event.success();
    } catch (error) {
      await event.fail({ error: error as Error });
      throw error;
    }
  };
}

function headersOf(
  record: EvidenceRecord,
  inline: boolean,
): Record<string, string> {
  return {
    'Content-Type':
      inline && TEXTUAL.test(record.mediaType)
        ? 'text/plain; charset=utf-8'
        : 'application/octet-stream',
    'Content-Length': String(record.size),
    'Content-Disposition': disposition(inline, record.fileName),
    'X-Content-Type-Options': 'nosniff',
    'Content-Security-Policy':
      "default-src 'none'; frame-ancestors 'self'; sandbox",
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Cache-Control': 'private, max-age=0, must-revalidate',
    ETag: `"${record.sha256}"`,
  };
}

/** RFC 6266: a plain name for old clients, and the whole one, encoded as in RFC 8187. */
function disposition(inline: boolean, fileName: string): string {
  const plain = fileName.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const whole = encodeURIComponent(fileName).replace(
    /['()*]/g,
    letter => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${
    inline ? 'inline' : 'attachment'
  }; filename="${plain}"; filename*=UTF-8''${whole}`;
}

/** The bytes, held against the record's hash. A mismatch breaks the answer off before its end, so that nobody takes it for whole. */
async function* verified({
  record,
  bytes,
}: EvidenceContent): AsyncIterable<Buffer> {
  const hash = createHash('sha256');
  let held: Buffer | undefined;
  for await (const piece of bytes) {
    hash.update(piece);
    if (held) {
      yield held;
    }
    held = piece;
  }
  if (hash.digest('hex') !== record.sha256) {
    throw new Error(`The bytes of record ${record.id} are not those received`);
  }
  if (held) {
    yield held;
  }
}
