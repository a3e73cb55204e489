import { JsonObject } from '@backstage/types';
import {
  AlertRow,
  DocumentProblem,
} from '@maestro-conductor/plugin-slo-common';
import { ObjectiveDefinition } from '../types';

/** A document that was fetched already. @public */
export interface OpenSloFile {
  /** Path or address, for messages. */
  file: string;
  text: string;
}

/** A Service document. @public */
export interface DeclaredService {
  name: string;
  title: string;
  description?: string;
  at: { file: string; line: number };
}

/** A DataSource document. @public */
export interface DeclaredDataSource {
  name: string;
  /** In lower case. */
  type: string;
  /** `connectionDetails` without what looks like a secret. */
  connection: JsonObject;
  at: { file: string; line: number };
}

/** What OpenSLO documents say together. @public */
export interface OpenSloReading {
  /** Of each SLO without an error, in the order of the files. */
  objectives: ObjectiveDefinition[];
  /** By file in the given order, then by line. */
  problems: DocumentProblem[];
  services: DeclaredService[];
  dataSources: DeclaredDataSource[];
}

/** What the reader may be told. @public */
export interface ReadOpenSloOptions {
  /** Alert rows of objectives that name no policy, by the minutes of their window; `defaultAlertRows` where absent. */
  alertRows?: (periodMinutes: number) => AlertRow[];
}
