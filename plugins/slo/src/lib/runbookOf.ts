import { Entity } from '@backstage/catalog-model';

const RUNBOOK = 'maestro-conductor.dev/runbook';
const LOCATIONS = [
  'backstage.io/managed-by-location',
  'backstage.io/source-location',
];

/** Where the runbook of an entity is. */
export interface Runbook {
  /** As the entity says it. */
  text: string;
  /** Absent where it is a file whose place on the web is not known. */
  href?: string;
}

const isWeb = (text: string | undefined): text is string =>
  text !== undefined && /^https?:\/\//.test(text);

/** The runbook that an entity names: an address, or a file relative to its descriptor. Undefined where it names none. */
export function runbookOf(entity: Entity): Runbook | undefined {
  const annotations = entity.metadata.annotations ?? {};
  const text = annotations[RUNBOOK]?.trim();
  if (!text) return undefined;
  if (isWeb(text)) return { text, href: text };
  const base = LOCATIONS.map(name =>
    annotations[name]?.replace(/^url:/, ''),
  ).find(isWeb);
  return { text, href: base && new URL(text, base).href };
}
