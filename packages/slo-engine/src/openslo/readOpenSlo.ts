import { defaultAlertRows } from '../alerts';
import { ObjectiveDefinition } from '../types';
import { Declared } from './kinds/Declared';
import {
  BurnRateCondition,
  readAlertCondition,
} from './kinds/readAlertCondition';
import { readAlertPolicy } from './kinds/readAlertPolicy';
import { readDataSource } from './kinds/readDataSource';
import { Envelope, Kind, readEnvelope } from './kinds/readEnvelope';
import { readNotificationTarget } from './kinds/readNotificationTarget';
import { readService } from './kinds/readService';
import { readSli, Sli } from './kinds/readSli';
import { readSlo, SloContext } from './slo/readSlo';
import {
  DeclaredDataSource,
  DeclaredService,
  OpenSloFile,
  OpenSloReading,
  ReadOpenSloOptions,
} from './types';
import { FileProblems } from './yaml/FileProblems';
import { parseStream } from './yaml/parseStream';

/**
 * Reads OpenSLO v1 documents strictly: unknown fields are errors. References are resolved across all given files. An SLO with an error gives no
 * objective and leaves the others as they are. Never throws; no clock, no network.
 *
 * @param files - at most 1 MiB each; the order decides which of two documents of one name stays
 *
 * @public
 */
export function readOpenSlo(
  files: readonly OpenSloFile[],
  options: ReadOpenSloOptions = {},
): OpenSloReading {
  const read = files.map(({ file, text }) => {
    const problems = new FileProblems(file);
    const documents = parseStream(text, problems);
    const envelopes = documents.flatMap(whole => readEnvelope(whole) ?? []);
    return { problems, envelopes };
  });
  const envelopes = read.flatMap(file => file.envelopes);
  return {
    ...readKinds(envelopes, options),
    problems: read.flatMap(({ problems }) =>
      problems.list.sort((a, b) => a.line - b.line),
    ),
  };
}

/** Kind by kind, so that what a document refers to has been read before it. */
function readKinds(
  envelopes: Envelope[],
  { alertRows = defaultAlertRows }: ReadOpenSloOptions,
): Omit<OpenSloReading, 'problems'> {
  const readAll = <T>(
    kind: Kind,
    read: (envelope: Envelope) => T | undefined,
  ) => {
    const declared = new Declared<T>(kind);
    for (const envelope of envelopes) {
      if (envelope.kind === kind) declared.add(envelope, read);
    }
    return declared;
  };
  const services = readAll<DeclaredService>('Service', readService);
  const dataSources = readAll<DeclaredDataSource>('DataSource', readDataSource);
  const slis = readAll<Sli>('SLI', ({ spec }) => readSli(spec, dataSources));
  readAll('AlertNotificationTarget', readNotificationTarget);
  const conditions = readAll<BurnRateCondition>(
    'AlertCondition',
    readAlertCondition,
  );
  const policies = readAll<BurnRateCondition>('AlertPolicy', envelope =>
    readAlertPolicy(envelope, conditions),
  );
  const context: SloContext = {
    dataSources,
    slis,
    conditions,
    policies,
    alertRows,
  };
  const slos = readAll<ObjectiveDefinition[]>('SLO', envelope =>
    readSlo(envelope, context),
  );
  return {
    objectives: slos.values().flat(),
    services: services.values(),
    dataSources: dataSources.values(),
  };
}
