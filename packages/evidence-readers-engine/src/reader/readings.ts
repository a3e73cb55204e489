import { FactReading } from '@maestro-conductor/plugin-evidence-common';

/** A share, 0 to 1. @internal */
export function ratio(name: string, value: number): FactReading {
  return { name, type: 'number', value, unit: 'ratio' };
}

/** A whole number of things, 0 or more. @internal */
export function count(name: string, value: number): FactReading {
  return { name, type: 'number', value, unit: 'count' };
}

/** A duration in milliseconds. @internal */
export function milliseconds(name: string, value: number): FactReading {
  return { name, type: 'number', value, unit: 'ms' };
}

/** @internal */
export function yesOrNo(name: string, value: boolean): FactReading {
  return { name, type: 'boolean', value };
}
