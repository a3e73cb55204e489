import {
  ANNOTATION_ENTITY,
  ANNOTATION_ENVIRONMENT,
  ANNOTATION_UNIT_COST,
  UnitCostTarget,
} from '@maestro-conductor/plugin-slo-common';
import { Metadata } from '../kinds/readMetadata';
import { didYouMean } from '../yaml/nearest';
import { quote } from '../yaml/quote';
import { Value } from '../yaml/Value';
import { readUnitCost } from './readUnitCost';

/** What an SLO is about, from its annotations. */
export interface Subject {
  entityRef?: string;
  environment?: string;
  unitCost?: UnitCostTarget;
}

const DEFAULT_ENVIRONMENT = 'production';
const KNOWN = [ANNOTATION_ENTITY, ANNOTATION_ENVIRONMENT, ANNOTATION_UNIT_COST];
const OWN = 'maestro-conductor.dev/';

const PART = '[A-Za-z0-9](?:[-._A-Za-z0-9]{0,61}[A-Za-z0-9])?';
const REF = new RegExp(`^(?:(${PART}):)?(?:(${PART})/)?(${PART})$`);
const ENVIRONMENT = /^[a-z0-9]([-._a-z0-9]{0,61}[a-z0-9])?$/;

/**
 * Entity, environment and price of an SLO; each is absent where it is wrong.
 *
 * @param service - `spec.service`: the component that it is about where no annotation says otherwise
 */
export function readSubject(
  { annotations }: Metadata,
  service: string | undefined,
): Subject {
  for (const [name, value] of annotations) {
    if (!name.startsWith(OWN) || KNOWN.includes(name)) continue;
    value.error(
      'annotation',
      `is no annotation that an SLO has${didYouMean(name, KNOWN)}`,
    );
  }
  const entity = annotations.get(ANNOTATION_ENTITY);
  const environment = annotations.get(ANNOTATION_ENVIRONMENT);
  return {
    entityRef: entity ? readRef(entity) : refOf(service),
    environment: environment
      ? readEnvironment(environment)
      : DEFAULT_ENVIRONMENT,
    unitCost: readUnitCost(annotations.get(ANNOTATION_UNIT_COST)),
  };
}

function refOf(text: string | undefined): string | undefined {
  const [, kind, namespace, name] = REF.exec(text ?? '') ?? [];
  return name
    ? `${kind ?? 'component'}:${namespace ?? 'default'}/${name}`.toLowerCase()
    : undefined;
}

function readRef(value: Value): string | undefined {
  const text = value.text();
  if (text === undefined) return undefined;
  return (
    refOf(text) ??
    value.error(
      'entity',
      `${quote(
        text,
      )} is no reference to an entity: write it as component:default/gateway`,
    )
  );
}

function readEnvironment(value: Value): string | undefined {
  const text = value.text();
  if (text === undefined || ENVIRONMENT.test(text)) return text;
  return value.error(
    'environment',
    `${quote(
      text,
    )} is no environment: lower-case letters, digits, "-", "_" and "."`,
  );
}
