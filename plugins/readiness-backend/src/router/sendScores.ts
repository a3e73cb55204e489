import { Response } from 'express';
import { EntityScoreTexts } from '../service/types';
import { uncompressed } from './uncompressed';

const COMMA = Buffer.from(',');

/** Writes EntityScores, of scores that are JSON already. */
export function sendScores(
  res: Response,
  { items, definitions, missing }: EntityScoreTexts,
): void {
  const parts = items.flatMap((item, index) =>
    index === 0 ? [item] : [COMMA, item],
  );
  uncompressed(res)
    .type('application/json; charset=utf-8')
    .end(
      Buffer.concat([
        Buffer.from('{"items":['),
        ...parts,
        Buffer.from(`],${JSON.stringify({ definitions, missing }).slice(1)}`),
      ]),
    );
}
