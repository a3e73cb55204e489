import {
  DocumentProblem,
  ObjectiveQuery,
} from '@maestro-conductor/plugin-slo-common';
import { ObjectiveDefinition } from '@maestro-conductor/slo-engine';
import { DocumentMark, DocumentPlace } from '../domain/dueDocuments';
import { Claim, SettledObjective } from '../domain/settleClaims';

/** What a reading of a document came to: what it says, or why it could not be read. */
export type DocumentUpdate = {
  place: DocumentPlace & {
    /** For people: the folder, or the entity with what its annotation names. */
    location: string;
  };
} & (
  | { error: string }
  | {
      read: {
        digest: string;
        objectives: SettledObjective[];
        problems: DocumentProblem[];
      };
    }
);

/** A document as it was read last. */
export interface KeptDocument {
  id: string;
  location: string;
  kind: 'folder' | 'entity';
  entityRef?: string;
  readAt: Date;
  /** The last reading that succeeded. */
  goodAt?: Date;
  /** Why the last reading failed. */
  error?: string;
  /** Of the last reading that succeeded. */
  problems: DocumentProblem[];
}

/** A declared objective. */
export interface KeptObjective {
  id: string;
  tenant: string;
  definition: ObjectiveDefinition;
  queries: ObjectiveQuery[];
  document: KeptDocument;
}

/** Documents, and the objectives that they declare. */
export interface ObjectiveStore {
  /** Living entities with the annotation that names documents, in the order of their refs. */
  annotatedEntities(): Promise<{ entityRef: string; etag: string }[]>;

  /** When each document was read. */
  documentMarks(): Promise<DocumentMark[]>;

  /** From which documents the declared objectives of entities are kept, by id of the objective. */
  findClaims(entityRefs: readonly string[]): Promise<Map<string, Claim>>;

  /**
   * Keeps what documents say, in one transaction. Objectives that a document does not declare any more are removed, those that come back live again;
   * their samples stay. Of a document that could not be read only the error is kept, beside what it said before.
   */
  saveDocuments(updates: readonly DocumentUpdate[], now: Date): Promise<void>;

  /** Documents are gone, and their objectives with them. */
  forgetDocuments(ids: readonly string[], now: Date): Promise<void>;

  /** A page of documents in the order of their locations. */
  listDocuments(request: {
    /** Only those with a problem or an error. */
    problems?: boolean;
    limit: number;
    cursor?: string;
  }): Promise<{ items: KeptDocument[]; nextCursor?: string }>;

  /** A declared objective, whoever may see it. */
  getObjective(id: string): Promise<KeptObjective | undefined>;
}
