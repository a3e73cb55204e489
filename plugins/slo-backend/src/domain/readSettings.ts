import { Config, readDurationFromConfig } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { durationToMilliseconds } from '@backstage/types';
import { AlertRow } from '@maestro-conductor/plugin-slo-common';
import {
  alertRow,
  AlertRowChoice,
  DEFAULT_SETTINGS,
  EvaluationSettings,
  minutesOf,
  parseDuration,
} from '@maestro-conductor/slo-engine';

/** The `slo` section of the configuration with its defaults filled in; `config.d.ts` documents it. */
export interface SloSettings {
  /** Folders with OpenSLO documents, as written. */
  folders: string[];
  /** Alert rows of objectives that name no policy, by the minutes of their window; those of the engine where absent. */
  alertRows?: (periodMinutes: number) => AlertRow[];
  evaluation: EvaluationSettings & { minimumRequests: number };
  /** How often each objective is evaluated though nothing new came, and sources are asked. */
  frequencyMs: number;
  /** How long a source may take for one request. */
  sourceTimeoutMs: number;
  /** How often facts are told though no status changed. */
  factsEveryMs: number;
}

/** Reads the configuration. @throws InputError naming the key, where a value breaks its rule. */
export function readSettings(config: Config | undefined): SloSettings {
  return {
    folders: config?.getOptionalStringArray('folders') ?? [],
    ...(config?.has('alertRows') && { alertRows: readAlertRows(config) }),
    evaluation: {
      minCoverage: share(config, 'minCoverage', DEFAULT_SETTINGS.minCoverage),
      staleMinutes:
        duration(config, 'staleAfter', DEFAULT_SETTINGS.staleMinutes * 60_000) /
        60_000,
      warnBelow: share(config, 'warnBelow', DEFAULT_SETTINGS.warnBelow),
      minimumRequests:
        config?.getOptionalNumber('unitCost.minimumRequests') ?? 1_000,
    },
    frequencyMs: duration(config, 'evaluation.frequency', 60_000),
    sourceTimeoutMs: duration(config, 'sourceTimeout', 30_000),
    factsEveryMs: duration(config, 'facts.every', 15 * 60_000),
  };
}

function duration(
  config: Config | undefined,
  key: string,
  byDefault: number,
): number {
  if (!config?.has(key)) return byDefault;
  const ms = durationToMilliseconds(readDurationFromConfig(config, { key }));
  if (!(ms > 0)) {
    throw new InputError(`slo.${key}: must be longer than nothing`);
  }
  return ms;
}

function share(
  config: Config | undefined,
  key: string,
  byDefault: number,
): number {
  const value = config?.getOptionalNumber(key) ?? byDefault;
  if (!(value >= 0 && value <= 1)) {
    throw new InputError(
      `slo.${key}: must be a number from 0 to 1, and is ${value}. Write 90 % as 0.9`,
    );
  }
  return value;
}

function readAlertRows(config: Config): SloSettings['alertRows'] {
  const choices = config.getConfigArray('alertRows').map(readAlertRow);
  const names = choices.map(({ name }) => name);
  const twice = names.find((name, index) => names.indexOf(name) < index);
  if (twice !== undefined) {
    throw new InputError(
      `slo.alertRows: two rows are called ${twice}; give each a name of its own`,
    );
  }
  return periodMinutes =>
    choices
      .filter(({ longMinutes }) => longMinutes <= periodMinutes)
      .map(choice => alertRow(choice, periodMinutes));
}

function readAlertRow(config: Config, index: number): AlertRowChoice {
  const key = `slo.alertRows[${index}]`;
  const severity = config.getString('severity');
  if (severity !== 'page' && severity !== 'ticket') {
    throw new InputError(`${key}.severity: must be page or ticket`);
  }
  const budgetShare = config.getNumber('budgetShare');
  if (!(budgetShare > 0 && budgetShare <= 1)) {
    throw new InputError(
      `${key}.budgetShare: must be above 0 and at most 1, and is ${budgetShare}. Write 2 % as 0.02`,
    );
  }
  return {
    name: config.getString('name'),
    severity,
    budgetShare,
    longMinutes: readMinutes(config.getString('long'), `${key}.long`),
  };
}

function readMinutes(text: string, key: string): number {
  try {
    return minutesOf(parseDuration(text));
  } catch (error) {
    throw new InputError(`${key}: ${(error as Error).message}`);
  }
}
