import {
  OBJECTIVE_STATUSES,
  ObjectiveItem,
  ObjectiveStatus,
} from '@maestro-conductor/plugin-slo-common';
import { InvalidArgumentError } from 'commander';

/** What makes a pipeline stop. @internal */
export type FailOn = Exclude<ObjectiveStatus, 'ok'> | 'burning';

const WORDS: readonly string[] = [
  ...OBJECTIVE_STATUSES.filter(status => status !== 'ok'),
  'burning',
];

/** Words separated by commas. @internal */
export function parseFailOn(text: string): FailOn[] {
  const words = text.split(',').map(word => word.trim());
  const unknown = words.find(word => !WORDS.includes(word));
  if (unknown !== undefined) {
    throw new InvalidArgumentError(
      `"${unknown}" is none of ${WORDS.join(', ')}.`,
    );
  }
  return words as FailOn[];
}

/** Whether an objective is what one of the words says. What was never evaluated counts as data that is missing. @internal */
export function isFailing(
  { state }: ObjectiveItem,
  failOn: readonly FailOn[],
): boolean {
  const status = state?.status ?? 'insufficient-data';
  const isBurning = state?.burns.some(({ firing }) => firing) ?? false;
  return failOn.some(word =>
    word === 'burning' ? isBurning : word === status,
  );
}
