import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { isError } from '@backstage/errors';
import { Response } from 'express';
import { ScoreExport } from '../service/types';

/**
 * Sends a file while it is read, no faster than the reader takes it. Where reading fails half-way the connection is cut, so that nobody
 * takes a part for the whole; a reader who hangs up is no failure.
 */
export async function sendCsv(
  res: Response,
  { fileName, lines }: ScoreExport,
): Promise<void> {
  res.attachment(fileName);
  res.type('text/csv; charset=utf-8');
  try {
    await pipeline(Readable.from(lines), res);
  } catch (error) {
    const hungUp =
      isError(error) && error.code === 'ERR_STREAM_PREMATURE_CLOSE';
    if (!hungUp) throw error;
  }
}
