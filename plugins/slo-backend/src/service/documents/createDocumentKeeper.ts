import { UrlReaderService } from '@backstage/backend-plugin-api';
import { Config } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import { EntityDirectory } from '@maestro-conductor/backend-kit';
import { AlertRow } from '@maestro-conductor/plugin-slo-common';
import { SampleSource } from '@maestro-conductor/plugin-slo-node';
import { ObjectiveStore } from '../../database/ObjectiveStore';
import { DocumentKeeper } from './DocumentKeeper';
import { DocumentParser } from './DocumentParser';
import { DocumentReader } from './DocumentReader';
import { documentRoots } from './documentRoots';
import { LocalFiles } from './LocalFiles';
import { RemoteFiles } from './RemoteFiles';

const TIMEOUT_MS = 30_000;

/** Puts the parts of a keeper of documents together. */
export function createDocumentKeeper(options: {
  /** All of the configuration. */
  config: Config;
  folders: readonly string[];
  alertRows?: (periodMinutes: number) => AlertRow[];
  sources: readonly SampleSource[];
  urlReader: UrlReaderService;
  objectives: ObjectiveStore;
  directory: EntityDirectory;
  /** Names of entities that are written like a ref. */
  nearNames(ref: string): Promise<string[]>;
  now(): Date;
}): DocumentKeeper {
  const { config, folders, urlReader } = options;
  const integrations = ScmIntegrations.fromConfig(config);
  return new DocumentKeeper({
    ...options,
    reader: new DocumentReader({
      local: new LocalFiles(documentRoots(config, folders)),
      remote: new RemoteFiles({ reader: urlReader, timeoutMs: TIMEOUT_MS }),
      resolve: (url, base) => integrations.resolveUrl({ url, base }),
    }),
    parser: new DocumentParser(options),
  });
}
