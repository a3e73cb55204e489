import {
  Fact,
  FactReading,
  FactType,
  FactValue,
} from '@maestro-conductor/plugin-evidence-common';

/** The format below. Another number is another format. @internal */
export const FACT_SHEET_VERSION = 1;

/**
 * Where facts come from, written once for all facts of a sheet that share it: commit, ref, observedAt, freshUntil, source, recordId.
 *
 * @internal
 */
export type FactOrigin = [
  commit: string,
  ref: string,
  observedAt: string,
  freshUntil: string | null,
  source: string,
  recordId: string | null,
];

/** @internal */
export type SheetFact = [
  name: string,
  type: FactType,
  value: FactValue,
  unit: string | null,
  /** Place of the origin in the sheet. */
  origin: number,
];

/**
 * The latest facts of one entity in one environment, on the default branch, as they are kept and as they travel between plugins:
 * about a third of the size of the facts themselves, and read as one row.
 *
 * @internal
 */
export interface FactSheet {
  origins: FactOrigin[];
  facts: SheetFact[];
}

/** What a sheet is about. @internal */
export interface FactSheetItem {
  tenant: string;
  entityRef: string;
  /** `''` for facts that are bound to none. */
  environment: string;
  sheet: FactSheet;
}

/** @internal */
export interface FactSheetsResponse {
  version: typeof FACT_SHEET_VERSION;
  items: FactSheetItem[];
}

/**
 * One fact per entity and name out of sheets: of the environment asked for before bound to none.
 *
 * @internal
 */
export function factsOfSheets(
  items: readonly FactSheetItem[],
  wanted: { environment: string; names?: readonly string[] },
): Fact[] {
  const names = wanted.names && new Set(wanted.names);
  const own = items.filter(item => item.environment === wanted.environment);
  const others =
    wanted.environment === ''
      ? []
      : items.filter(item => item.environment === '');
  const said = new Map<string, Set<string>>();
  const facts: Fact[] = [];
  for (const item of own) {
    const namesOfEntity = new Set<string>();
    for (const fact of item.sheet.facts) {
      if (names && !names.has(fact[0])) continue;
      namesOfEntity.add(fact[0]);
      facts.push(toFact(item, fact));
    }
    said.set(item.entityRef, namesOfEntity);
  }
  for (const item of others) {
    const before = said.get(item.entityRef);
    for (const fact of item.sheet.facts) {
      if (before?.has(fact[0]) || (names && !names.has(fact[0]))) continue;
      facts.push(toFact(item, fact));
    }
  }
  return facts;
}

function toFact(
  { tenant, entityRef, environment, sheet }: FactSheetItem,
  [name, type, value, unit, origin]: SheetFact,
): Fact {
  const [commit, ref, observedAt, freshUntil, source, recordId] =
    sheet.origins[origin];
  const fact: Fact = {
    tenant,
    entityRef,
    environment,
    name,
    type,
    value,
    commit,
    ref,
    defaultBranch: true,
    observedAt,
    source,
  };
  if (unit !== null) fact.unit = unit;
  if (freshUntil !== null) fact.freshUntil = freshUntil;
  if (recordId !== null) fact.recordId = recordId;
  return fact;
}

/** A fact to put on a sheet; `value` absent where its source says nothing any more. @internal */
export type SheetUpdate = Pick<FactReading, 'name' | 'type' | 'unit'> & {
  value?: FactValue;
  origin: FactOrigin;
};

/**
 * A sheet with facts replaced, added or taken off, by name, in the order of the names. Origins that no fact has any more are left out.
 *
 * @internal
 */
export function updateSheet(
  sheet: FactSheet,
  updates: readonly SheetUpdate[],
): FactSheet {
  const replaced = new Set(updates.map(({ name }) => name));
  const entries = [
    ...sheet.facts
      .filter(([name]) => !replaced.has(name))
      .map(fact => ({ fact, origin: sheet.origins[fact[4]] })),
    ...updates.flatMap(({ name, type, value, unit, origin }) =>
      value === undefined
        ? []
        : [{ fact: [name, type, value, unit ?? null, 0] as SheetFact, origin }],
    ),
  ].sort((a, b) => (a.fact[0] < b.fact[0] ? -1 : 1));
  const origins: FactOrigin[] = [];
  const places = new Map<string, number>();
  const facts = entries.map(({ fact, origin }): SheetFact => {
    const key = JSON.stringify(origin);
    let place = places.get(key);
    if (place === undefined) {
      place = origins.push(origin) - 1;
      places.set(key, place);
    }
    const [name, type, value, unit] = fact;
    return [name, type, value, unit, place];
  });
  return { origins, facts };
}

/**
 * Whether an answer is of the version that is read here. Its rows were written by the evidence plugin itself and are not looked into.
 *
 * @internal
 */
export function isFactSheetsResponse(answer: {
  version?: unknown;
  items?: unknown;
}): answer is FactSheetsResponse {
  return answer.version === FACT_SHEET_VERSION && Array.isArray(answer.items);
}
