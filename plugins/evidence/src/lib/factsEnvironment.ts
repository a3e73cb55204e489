import { FacetValue } from '@maestro-conductor/plugin-evidence-common';

const USUAL = 'production';

/**
 * Of which environments an entity has facts, and which of them to show: the one that was asked for, else production, else the
 * one with most records. `''`, which stands for facts that are bound to none, where there is no environment at all.
 */
export function factsEnvironment(
  facets: readonly FacetValue[],
  asked: string | undefined,
): { names: string[]; shown: string } {
  const names = facets.map(({ value }) => value).filter(value => value !== '');
  const known = [asked, USUAL].find(name => name && names.includes(name));
  return { names, shown: known ?? asked ?? names[0] ?? '' };
}
