import {
  AlertRow,
  BUDGETING_METHODS,
} from '@maestro-conductor/plugin-slo-common';
import { minutesOf, parseDuration } from '../../time';
import { ObjectiveDefinition } from '../../types';
import { Declared } from '../kinds/Declared';
import { readDescription } from '../kinds/readDescription';
import { Envelope } from '../kinds/readEnvelope';
import { readName } from '../kinds/readMetadata';
import { Sli } from '../kinds/readSli';
import { DeclaredDataSource } from '../types';
import { AlertContext, readAlertPolicies } from './readAlertRows';
import { readIndicator } from './readIndicator';
import { readObjectives } from './readObjectives';
import { readTimeWindow } from './readTimeWindow';
import { readSubject } from './readSubject';
import { SloParts } from './SloParts';

/** What an SLO may refer to. */
export interface SloContext extends AlertContext {
  dataSources: Declared<DeclaredDataSource>;
  slis: Declared<Sli>;
  /** Rows of objectives without a policy, by the minutes of their window. */
  alertRows: (periodMinutes: number) => AlertRow[];
}

const FIELDS = [
  'description',
  'service',
  'indicator',
  'indicatorRef',
  'timeWindow',
  'budgetingMethod',
  'objectives',
  'alertPolicies',
];

/** The objectives of an SLO document, as far as they have no error. */
export function readSlo(
  { metadata, spec }: Envelope,
  context: SloContext,
): ObjectiveDefinition[] | undefined {
  const fields = spec.fields(FIELDS);
  if (!fields) return undefined;
  const service = readName(fields.need('service'));
  const window = readTimeWindow(fields.need('timeWindow'));
  const policies = fields.get('alertPolicies');
  const parts: SloParts = {
    ...readSubject(metadata, service),
    name: metadata.name,
    title: metadata.title,
    description: readDescription(fields),
    service,
    sli: readIndicator(fields, context.slis, context.dataSources),
    window,
    periodMinutes: window && minutesOf(parseDuration(window.duration)),
    method: fields.need('budgetingMethod')?.oneOf(BUDGETING_METHODS),
    conditions: readAlertPolicies(policies, context),
    policies,
    alertRows: context.alertRows,
  };
  return readObjectives(fields.need('objectives'), parts);
}
