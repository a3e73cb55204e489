import {
  DocumentProblem,
  ObjectiveQuery,
} from '@maestro-conductor/plugin-slo-common';
import {
  DEFAULT_TENANT,
  ProjectedEntity,
} from '@maestro-conductor/backend-kit';
import { ObjectiveDefinition } from '@maestro-conductor/slo-engine';
import { objectiveId } from './objectiveId';

/** An objective that a document declares, with what its source is sent. */
export interface Declaration {
  definition: ObjectiveDefinition;
  queries: ObjectiveQuery[];
}

/** What a document says. */
export interface ReadDocument {
  id: string;
  /** Whose annotation names it; absent for a folder of the configuration. */
  entityRef?: string;
  declarations: Declaration[];
  problems: DocumentProblem[];
}

/** An objective as it is to be kept. */
export interface SettledObjective extends Declaration {
  id: string;
  tenant: string;
}

/** What is kept of a document. */
export interface SettledDocument {
  id: string;
  objectives: SettledObjective[];
  problems: DocumentProblem[];
}

/** Which document an objective is kept from. */
export interface Claim {
  document: string;
  at: ObjectiveDefinition['at'];
}

/** What is known apart from the documents that were read. */
export interface SettlingGround {
  /** By ref, among them those that documents name. */
  entities: ReadonlyMap<string, ProjectedEntity>;
  /** By id of objective, as they are kept now. */
  claims: ReadonlyMap<string, Claim>;
  /** Near names of entities that there are not. */
  near?: ReadonlyMap<string, readonly string[]>;
}

/**
 * Decides which document each objective is kept from, and who may declare it at all. An objective stays with the document that has it, as long as
 * that one declares it; then the first in the given order gets it. The others hear of it as a problem.
 */
export function settleClaims(
  documents: readonly ReadDocument[],
  ground: SettlingGround,
): SettledDocument[] {
  const settled = documents.map(document => identify(document, ground));
  const holders = findHolders(settled, ground.claims);
  return settled.map(({ id, objectives, problems }) => {
    const own = objectives.filter(
      objective => holders.get(objective.id)?.objective === objective,
    );
    const lost = objectives.flatMap(objective => {
      const holder = holders.get(objective.id)!;
      return holder.objective === objective
        ? []
        : duplicate(objective, holder.at) ?? [];
    });
    return { id, objectives: own, problems: [...problems, ...lost] };
  });
}

interface Holder {
  at: ObjectiveDefinition['at'];
  /** Absent where a document holds it that was not read now. */
  objective?: SettledObjective;
}

function findHolders(
  settled: readonly SettledDocument[],
  claims: SettlingGround['claims'],
): Map<string, Holder> {
  const read = new Map(settled.map(document => [document.id, document]));
  const holders = new Map<string, Holder>();
  for (const { objectives } of settled) {
    for (const objective of objectives) {
      if (holders.has(objective.id)) continue;
      const claim = claims.get(objective.id);
      const holding = claim && read.get(claim.document);
      if (claim && !holding) {
        holders.set(objective.id, { at: claim.at });
        continue;
      }
      const kept = holding?.objectives.find(({ id }) => id === objective.id);
      const first = kept ?? objective;
      holders.set(objective.id, { at: first.definition.at, objective: first });
    }
  }
  return holders;
}

function identify(
  { id, entityRef, declarations, problems }: ReadDocument,
  { entities, near }: SettlingGround,
): SettledDocument {
  const objectives: SettledObjective[] = [];
  const found: DocumentProblem[] = [];
  for (const declaration of declarations) {
    const { definition } = declaration;
    const subject = entities.get(definition.entityRef);
    if (!subject) found.push(unknownEntity(definition, near));
    if (
      subject &&
      entityRef &&
      !maySpeakFor(entities.get(entityRef), subject)
    ) {
      found.push(foreignEntity(definition, entityRef));
      continue;
    }
    const tenant = subject?.tenant ?? DEFAULT_TENANT;
    const objective = { ...declaration, tenant };
    objectives.push({ ...objective, id: objectiveId(tenant, definition) });
  }
  return { id, objectives, problems: [...problems, ...found] };
}

/** Otherwise anybody with an entity of their own could declare objectives of other teams. */
function maySpeakFor(
  speaker: ProjectedEntity | undefined,
  subject: ProjectedEntity,
): boolean {
  if (!speaker) return false;
  return (
    speaker.entityRef === subject.entityRef ||
    speaker.entityRef === subject.systemRef ||
    (speaker.ownerRef !== undefined && speaker.ownerRef === subject.ownerRef)
  );
}

function problemOf(
  { at, slo }: ObjectiveDefinition,
  severity: DocumentProblem['severity'],
  rule: string,
  message: string,
): DocumentProblem {
  return { severity, ...at, rule, message: `${slo}: ${message}` };
}

function unknownEntity(
  definition: ObjectiveDefinition,
  near: SettlingGround['near'],
): DocumentProblem {
  const names = near?.get(definition.entityRef) ?? [];
  const hint =
    names.length > 0 ? `did you mean ${names.join(' or ')}?` : 'register it';
  return problemOf(
    definition,
    'warning',
    'unknown-entity',
    `there is no entity ${definition.entityRef} in the catalog, so no board shows the objective; ${hint}`,
  );
}

function foreignEntity(
  definition: ObjectiveDefinition,
  entityRef: string,
): DocumentProblem {
  return problemOf(
    definition,
    'error',
    'foreign-entity',
    `the document of ${entityRef} cannot declare objectives of ${definition.entityRef}, which has another owner and is no part of it. Name the document in the annotation of ${definition.entityRef}`,
  );
}

/** The same place of the same file is no contradiction: two entities may name one document. */
function duplicate(
  { definition }: SettledObjective,
  first: ObjectiveDefinition['at'],
): DocumentProblem | undefined {
  const { at, objective, entityRef, environment } = definition;
  if (at.file === first.file && at.line === first.line) return undefined;
  return problemOf(
    definition,
    'error',
    'duplicate',
    `objective ${objective} of ${entityRef} in ${environment} is declared in ${first.file}:${first.line} already, and stays as it is there. Remove one of them, or rename it`,
  );
}
