import { ServiceUnavailableError } from '@backstage/errors';
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

/** What to take from sheets. @internal */
export interface WantedFacts {
  /** Facts of this environment, else those bound to none. */
  environment: string;
  /** Exact names; all facts where absent. */
  names?: readonly string[];
}

/**
 * One fact per entity and name out of sheets, by entity ref and name: of the environment asked for before bound to none.
 *
 * @internal
 */
export function factsOfSheets(
  items: readonly FactSheetItem[],
  wanted: WantedFacts,
): Map<string, Map<string, Fact>> {
  const names = wanted.names && new Set(wanted.names);
  const byEntity = new Map<string, Map<string, Fact>>();
  const take = (item: FactSheetItem) => {
    let facts = byEntity.get(item.entityRef);
    if (!facts) byEntity.set(item.entityRef, (facts = new Map()));
    for (const fact of item.sheet.facts) {
      const [name] = fact;
      if (facts.has(name) || (names && !names.has(name))) continue;
      facts.set(name, toFact(item, fact));
    }
  };
  const { environment } = wanted;
  for (const item of items) if (item.environment === environment) take(item);
  if (environment !== '') {
    for (const item of items) if (item.environment === '') take(item);
  }
  return byEntity;
}

/**
 * The same out of what `EvidenceService.getFactSheets` answers.
 *
 * @throws ServiceUnavailableError where the evidence backend writes another version of them
 *
 * @internal
 */
export function readFactSheets(
  sheets: Uint8Array,
  wanted: WantedFacts,
): Map<string, Map<string, Fact>> {
  const { buffer, byteOffset, byteLength } = sheets;
  const text = Buffer.from(buffer, byteOffset, byteLength).toString('utf8');
  const answer: unknown = JSON.parse(text);
  if (!isFactSheetsResponse(answer)) {
    throw new ServiceUnavailableError(
      'The evidence backend writes fact sheets of another version; run the same version of all plugins',
    );
  }
  return factsOfSheets(answer.items, wanted);
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

/** Whether an answer is of the version that is read here. Its rows were written by the evidence plugin itself and are not looked into. */
function isFactSheetsResponse(answer: unknown): answer is FactSheetsResponse {
  const { version, items } = (answer ?? {}) as Partial<FactSheetsResponse>;
  return version === FACT_SHEET_VERSION && Array.isArray(items);
}
