import { RootConfigService } from '@backstage/backend-plugin-api';
import { Config, readDurationFromConfig } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { readOptionalFilterPredicateFromConfig } from '@backstage/filter-predicates';
import { HumanDuration } from '@backstage/types';
import {
  EVIDENCE_KINDS,
  EvidenceKind,
  isEvidenceKind,
} from '@maestro-conductor/plugin-evidence-common';
import { Duration } from 'luxon';
import { normalizeEntityRef } from '@maestro-conductor/backend-kit';
import { insteadOfDeclaring } from './domain/factNames';
import { FreshnessRules, freshnessRules } from './domain/freshness';
import { RetentionRules } from './domain/retention';
import { ProducerRule } from './domain/producers';

/** The `evidence` section of the configuration with its defaults filled in; `config.d.ts` documents it. */
export interface EvidenceConfig {
  producers: ProducerRule[];
  freshness: FreshnessRules;
  retention: RetentionRules;
  /** How long facts stay in the history; for good where absent. */
  factRetention?: HumanDuration;
  /** How often the catalog is looked through for changes. */
  watchFrequency: HumanDuration;
  /** How long changes stay on the feed. */
  feedRetention: HumanDuration;
}

/** Reads the configuration. @throws InputError naming the key, where a value breaks its rule. */
export function readEvidenceConfig(root: RootConfigService): EvidenceConfig {
  const config = root.getOptionalConfig('evidence');
  return {
    producers: (config?.getOptionalConfigArray('producers') ?? []).map(
      readProducer,
    ),
    freshness: freshnessRules(readFreshness(config)),
    retention: readKindDurations(config, 'retention'),
    factRetention: config?.has('factRetention')
      ? positiveDuration(config, 'factRetention', 'evidence.factRetention')
      : undefined,
    watchFrequency: duration(config, 'catalog.watch.frequency', {
      seconds: 30,
    }),
    feedRetention: duration(config, 'feed.retention', { days: 7 }),
  };
}

function readProducer(config: Config, index: number): ProducerRule {
  const key = `evidence.producers[${index}]`;
  const kinds = config.getStringArray('kinds').map(kind => {
    if (!isEvidenceKind(kind)) {
      throw new InputError(
        `${key}.kinds: '${kind}' is none of ${EVIDENCE_KINDS.join(', ')}`,
      );
    }
    return kind;
  });
  const entities = (config.getOptionalStringArray('entities') ?? []).map(
    (ref, place) => normalizeEntityRef(ref, `${key}.entities[${place}]`),
  );
  const filter = readOptionalFilterPredicateFromConfig(config, {
    key: 'filter',
  });
  if (entities.length === 0 && !filter) {
    throw new InputError(
      `${key}: names no entities; give entities or a filter. An empty list does not mean all.`,
    );
  }
  return {
    subject: readSubject(config.getString('subject'), `${key}.subject`),
    entities,
    filter,
    kinds,
    environments: readEnvironments(config, key),
    facts: readFactPatterns(config, key),
  };
}

function readFactPatterns(config: Config, key: string): string[] {
  const patterns = config.getOptionalStringArray('facts') ?? [];
  for (const pattern of patterns) {
    const instead = insteadOfDeclaring(pattern);
    if (instead) {
      throw new InputError(
        `${key}.facts: '${pattern}' cannot be declared by a producer: ${instead} Remove the entry.`,
      );
    }
  }
  return patterns;
}

// Entity refs are compared in lower case; other subjects are what somebody chose to write.
function readSubject(subject: string, key: string): string {
  return subject.startsWith('user:')
    ? normalizeEntityRef(subject, key)
    : subject;
}

// Not getStringArray: it refuses '', which here stands for evidence bound to no environment.
function readEnvironments(config: Config, key: string): string[] {
  const values = config.get('environments');
  if (!Array.isArray(values) || values.some(v => typeof v !== 'string')) {
    throw new InputError(
      `${key}.environments: must be a list of names; '' stands for evidence bound to none`,
    );
  }
  return values as string[];
}

function readFreshness(config: Config | undefined): {
  kinds: Partial<Record<EvidenceKind, HumanDuration>>;
  facts: Record<string, HumanDuration>;
} {
  const kinds = readKindDurations(config, 'freshness.kinds');
  // A list, because a fact's name has dots, which are steps of a path in configuration.
  const facts: Record<string, HumanDuration> = {};
  for (const item of config?.getOptionalConfigArray('freshness.facts') ?? []) {
    facts[item.getString('name')] = readDurationFromConfig(item, {
      key: 'for',
    });
  }
  return { kinds, facts };
}

function readKindDurations(
  config: Config | undefined,
  key: string,
): Partial<Record<EvidenceKind, HumanDuration>> {
  const durations: Partial<Record<EvidenceKind, HumanDuration>> = {};
  const ofKinds = config?.getOptionalConfig(key);
  for (const kind of ofKinds?.keys() ?? []) {
    if (!isEvidenceKind(kind)) {
      throw new InputError(
        `evidence.${key}: '${kind}' is none of ${EVIDENCE_KINDS.join(', ')}`,
      );
    }
    durations[kind] = positiveDuration(
      ofKinds!,
      kind,
      `evidence.${key}.${kind}`,
    );
  }
  return durations;
}

// A duration of nothing would make everything stale, or remove it, at once.
function positiveDuration(
  config: Config,
  key: string,
  name: string,
): HumanDuration {
  const value = readDurationFromConfig(config, { key });
  if (Duration.fromObject(value).toMillis() <= 0) {
    throw new InputError(`${name}: must be longer than nothing`);
  }
  return value;
}

function duration(
  config: Config | undefined,
  key: string,
  byDefault: HumanDuration,
): HumanDuration {
  return config?.has(key) ? readDurationFromConfig(config, { key }) : byDefault;
}
