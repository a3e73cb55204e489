import { InvalidArgumentError } from 'commander';

/** An attempt: a whole number from 1. @internal */
export function parseAttempt(text: string): number {
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < 1) {
    throw new InvalidArgumentError('It must be a whole number from 1.');
  }
  return value;
}

/** A minimum score: a number from 0 to 1. @internal */
export function parseMinimum(text: string): number {
  const value = Number(text);
  if (!/^\d*\.?\d+$/.test(text) || value > 1) {
    throw new InvalidArgumentError('It must be a number from 0 to 1.');
  }
  return value;
}

/** A number of events: from 0 on. @internal */
export function parseCount(text: string): number {
  const value = Number(text);
  if (!/^\d+(\.\d+)?$/.test(text) || !Number.isSafeInteger(Math.trunc(value))) {
    throw new InvalidArgumentError('It must be a number from 0 on.');
  }
  return value;
}

/** Minutes of a sample: a whole number from 1 to 60. @internal */
export function parseMinutes(text: string): number {
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < 1 || value > 60) {
    throw new InvalidArgumentError('It must be a whole number from 1 to 60.');
  }
  return value;
}
