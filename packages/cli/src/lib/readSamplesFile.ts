import { InputError } from '@backstage/errors';
import { PushedSeries } from '@maestro-conductor/plugin-slo-common';
import { readFile, stat } from 'node:fs/promises';

/** Some hundred thousand samples. */
const MOST_BYTES = 64 * 1024 * 1024;

/**
 * Series from a JSON file: a list of them, one alone, or `{ "items": [...] }` as the portal takes it. What is in them is for the portal to judge.
 *
 * @throws InputError where the file cannot be read or holds nothing of that kind
 * @internal
 */
export async function readSamplesFile(file: string): Promise<PushedSeries[]> {
  const value = parse(file, await readText(file));
  const series = listOf(value);
  if (!series?.length) {
    throw new InputError(
      `${file} holds no series: it must be a JSON list of { "entityRef", "slo", "samples": [{ "time", "good", "total" }] }.`,
    );
  }
  const wrong = series.findIndex(
    one => !isObject(one) || !Array.isArray(one.samples),
  );
  if (wrong >= 0) {
    throw new InputError(
      `${file}: the series at place ${wrong} (from 0) has no list of samples.`,
    );
  }
  return series as PushedSeries[];
}

async function readText(file: string): Promise<string> {
  try {
    const { size } = await stat(file);
    if (size > MOST_BYTES) {
      throw new InputError(
        `${file} has ${size} bytes, and at most ${MOST_BYTES} are read: push it in parts.`,
      );
    }
    return await readFile(file, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    throw new InputError(`${file} cannot be read (${code}).`, error);
  }
}

function parse(file: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new InputError(`${file} is no JSON: ${(error as Error).message}`);
  }
}

function listOf(value: unknown): unknown[] | undefined {
  if (Array.isArray(value)) return value;
  if (!isObject(value)) return undefined;
  return Array.isArray(value.items) ? value.items : [value];
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
