import {
  DimensionScore,
  FactUsed,
} from '@maestro-conductor/plugin-readiness-common';

/** Where and when a fact was observed: facts of one record share it. An absent field is null. */
export type FactOrigin = [
  observedAt: string | null,
  freshUntil: string | null,
  commit: string | null,
  source: string | null,
  recordId: string | null,
];

/** A name alone where there was no such fact. */
export type CompactFact =
  | [name: string]
  | [
      name: string,
      value: FactUsed['value'] | null,
      unit: string | null,
      origin: number,
    ];

/** The facts behind the dimensions of a score, with each origin written once. */
export interface CompactFacts {
  origins: FactOrigin[];
  /** For each dimension. */
  facts: CompactFact[][];
}

/** The same facts in the same order give the same. Unpacked again by `unpackFact`. */
export function compactFacts(
  dimensions: readonly Pick<DimensionScore, 'facts'>[],
): CompactFacts {
  const origins: FactOrigin[] = [];
  const compact = (fact: FactUsed): CompactFact =>
    fact.observedAt === undefined
      ? [fact.name]
      : [
          fact.name,
          fact.value ?? null,
          fact.unit ?? null,
          placeOf(origins, fact),
        ];
  return { origins, facts: dimensions.map(({ facts }) => facts.map(compact)) };
}

export function unpackFact(
  fact: CompactFact,
  origins: readonly FactOrigin[],
): FactUsed {
  if (fact.length === 1) return { name: fact[0] };
  const [name, value, unit, origin] = fact;
  const [observedAt, freshUntil, commit, source, recordId] = origins[origin];
  return {
    name,
    ...(value !== null && { value }),
    ...(unit !== null && { unit }),
    ...(observedAt !== null && { observedAt }),
    ...(freshUntil !== null && { freshUntil }),
    ...(commit !== null && { commit }),
    ...(source !== null && { source }),
    ...(recordId !== null && { recordId }),
  };
}

/** Looked up one by one: there are few, and nearly always it is the first. */
function placeOf(origins: FactOrigin[], fact: FactUsed): number {
  const observedAt = fact.observedAt ?? null;
  const freshUntil = fact.freshUntil ?? null;
  const commit = fact.commit ?? null;
  const source = fact.source ?? null;
  const recordId = fact.recordId ?? null;
  for (let place = 0; place < origins.length; place++) {
    const origin = origins[place];
    if (
      origin[4] === recordId &&
      origin[0] === observedAt &&
      origin[1] === freshUntil &&
      origin[2] === commit &&
      origin[3] === source
    ) {
      return place;
    }
  }
  return origins.push([observedAt, freshUntil, commit, source, recordId]) - 1;
}
