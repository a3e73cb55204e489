import { randomUUID } from 'node:crypto';
import {
  AuthService,
  LoggerService,
  RootConfigService,
  UrlReaderService,
} from '@backstage/backend-plugin-api';
import {
  CatalogProjection,
  EntityDirectory,
} from '@maestro-conductor/backend-kit';
import { EvidenceService } from '@maestro-conductor/plugin-evidence-node';
import { SampleSource } from '@maestro-conductor/plugin-slo-node';
import { StoreHandle } from '../database/handles';
import { KnexBoardStore } from '../database/KnexBoardStore';
import { KnexCostStore } from '../database/KnexCostStore';
import { KnexObjectiveStore } from '../database/KnexObjectiveStore';
import { KnexSampleStore } from '../database/KnexSampleStore';
import { KnexStateStore } from '../database/KnexStateStore';
import { readSettings } from '../domain/readSettings';
import { BurnNotices } from './BurnNotices';
import { DayReader } from './DayReader';
import { DefaultSlo } from './DefaultSlo';
import { createDocumentKeeper } from './documents/createDocumentKeeper';
import { Evaluator } from './Evaluator';
import { FactWriter } from './FactWriter';
import { PastStates } from './PastStates';
import { SampleKeeper } from './SampleKeeper';
import { SampleProducers } from './SampleProducers';
import { SeriesReader } from './SeriesReader';
import { SourceReader } from './SourceReader';
import { UnitCosts } from './UnitCosts';

/** Puts the parts together that answer and those that work by themselves. */
export function createServices(options: {
  auth: AuthService;
  config: RootConfigService;
  directory: EntityDirectory;
  evidence: EvidenceService;
  handle: StoreHandle;
  logger: LoggerService;
  projection: CatalogProjection;
  sources: readonly SampleSource[];
  urlReader: UrlReaderService;
  now(): Date;
}) {
  const { auth, config, directory, evidence, handle: knex, now } = options;
  const { projection, sources } = options;
  const settings = readSettings(config.getOptionalConfig('slo'));
  const samples = new KnexSampleStore({ knex });
  const states = new KnexStateStore({ knex, newId: randomUUID });
  const costs = new KnexCostStore({ knex });
  const objectives = new KnexObjectiveStore({ knex, projection });
  const reader = new DayReader({ store: samples });

  return {
    samples,
    frequencyMs: settings.frequencyMs,
    slo: new DefaultSlo({
      objectives,
      boards: new KnexBoardStore({ knex, projection }),
      states,
      series: new SeriesReader({ samples, now }),
      samples: new SampleKeeper({ samples, states, now }),
      now,
    }),
    producers: new SampleProducers({ config, entities: directory }),
    documents: createDocumentKeeper({
      config,
      folders: settings.folders,
      alertRows: settings.alertRows,
      sources,
      urlReader: options.urlReader,
      objectives,
      directory,
      nearNames: ref => projection.nearNames(knex, ref),
      now,
    }),
    sources: new SourceReader({
      sources,
      samples,
      states,
      logger: options.logger,
      timeoutMs: settings.sourceTimeoutMs,
      now,
    }),
    evaluator: new Evaluator({
      states,
      costs,
      reader,
      settings: settings.evaluation,
      now,
    }),
    facts: new FactWriter({
      states,
      past: new PastStates({ states, reader, settings: settings.evaluation }),
      evidence,
      auth,
      logger: options.logger,
      everyMs: settings.factsEveryMs,
      now,
    }),
    costs: new UnitCosts({ costs, evidence, auth, now }),
    notices: new BurnNotices({ entities: directory }),
  };
}
