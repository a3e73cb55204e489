import {
  AlertRow,
  BudgetingMethod,
  ObjectiveWindow,
} from '@maestro-conductor/plugin-slo-common';
import { BurnRateCondition } from '../kinds/readAlertCondition';
import { Sli } from '../kinds/readSli';
import { Value } from '../yaml/Value';
import { Subject } from './readSubject';

/** What all objectives of an SLO share; what has errors is absent. */
export interface SloParts extends Subject {
  name: string;
  title: string;
  description?: string;
  service?: string;
  sli?: Sli;
  window?: ObjectiveWindow;
  /** Of a calendar window: the usual length. */
  periodMinutes?: number;
  method?: BudgetingMethod;
  conditions: BurnRateCondition[];
  /** For problems of alert rows. */
  policies?: Value;
  alertRows: (periodMinutes: number) => AlertRow[];
}
