import { Entity } from '@backstage/catalog-model';

/** Where the runbook of a component is: an address or a path. */
const RUNBOOK_ANNOTATION = 'maestro-conductor.dev/runbook';

/** Who is on call, in whatever words; for organisations without one of the services below. */
const ON_CALL_ANNOTATION = 'maestro-conductor.dev/on-call';

/** Any annotation of these names an on-call service, schedule or team. */
const ON_CALL_PREFIXES = ['pagerduty.com/', 'opsgenie.com/'];

const TECHDOCS_ANNOTATIONS = [
  'backstage.io/techdocs-ref',
  'backstage.io/techdocs-entity',
];

function hasAnnotation(entity: Entity, matches: (key: string) => boolean) {
  return Object.entries(entity.metadata.annotations ?? {}).some(
    ([key, value]) =>
      matches(key) && typeof value === 'string' && value.trim() !== '',
  );
}

/** @internal */
export function hasRunbook(entity: Entity): boolean {
  return hasAnnotation(entity, key => key === RUNBOOK_ANNOTATION);
}

/** @internal */
export function hasOnCall(entity: Entity): boolean {
  return hasAnnotation(
    entity,
    key =>
      key === ON_CALL_ANNOTATION ||
      ON_CALL_PREFIXES.some(prefix => key.startsWith(prefix)),
  );
}

/** @internal */
export function hasTechDocs(entity: Entity): boolean {
  return hasAnnotation(entity, key => TECHDOCS_ANNOTATIONS.includes(key));
}
