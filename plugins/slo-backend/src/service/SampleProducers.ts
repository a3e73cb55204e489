import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { Config } from '@backstage/config';
import {
  evaluateFilterPredicate,
  FilterPredicate,
  readOptionalFilterPredicateFromConfig,
} from '@backstage/filter-predicates';
import {
  EntityDirectory,
  isServicePrincipal,
  normalizeEntityRef,
} from '@maestro-conductor/backend-kit';
import { PushError, pushError } from '../domain/pushError';

/** Counts are declared by whoever pushes them, as facts are: this kind of evidence gives the right. */
const KIND = 'facts';

interface ProducerRule {
  subject: string;
  entities: string[];
  filter?: FilterPredicate;
  environments: string[];
}

/**
 * Who may push samples: the producers of evidence (`evidence.producers`) that may push facts, for the same entities and environments. Entity and
 * environment must be allowed by the same rule.
 */
export class SampleProducers {
  readonly #rules: readonly ProducerRule[];
  readonly #entities: Pick<EntityDirectory, 'get'>;

  constructor(options: {
    /** All of the configuration. */
    config: Config;
    entities: Pick<EntityDirectory, 'get'>;
  }) {
    this.#rules = (
      options.config.getOptionalConfigArray('evidence.producers') ?? []
    ).flatMap(readRule);
    this.#entities = options.entities;
  }

  /** Whether any rule is about the caller. */
  isProducer(credentials: BackstageCredentials): boolean {
    return this.#rulesOf(credentials).length > 0;
  }

  /** What to tell a caller that may not push; undefined where they may. */
  async check(
    credentials: BackstageCredentials,
    { entityRef, environment }: { entityRef: string; environment: string },
  ): Promise<PushError | undefined> {
    const rules = this.#rulesOf(credentials);
    const entity = (await this.#entities.get([entityRef])).get(entityRef);
    const ofEntity = rules.filter(
      ({ entities, filter }) =>
        entities.includes(entityRef) ||
        (filter && entity && evaluateFilterPredicate(filter, entity.entity)),
    );
    if (ofEntity.length === 0) {
      return pushError(
        'NotAllowed',
        'entityRef',
        `this producer may not push ${KIND} for ${entityRef}. Ask who runs the portal to extend evidence.producers.`,
      );
    }
    const environments = ofEntity.flatMap(rule => rule.environments);
    return environments.includes(environment)
      ? undefined
      : pushError(
          'NotAllowed',
          'environment',
          `this producer may push for ${environments.join(
            ', ',
          )}, not for ${environment}. Ask who runs the portal to extend evidence.producers.`,
        );
  }

  #rulesOf(credentials: BackstageCredentials): ProducerRule[] {
    const subject = subjectOf(credentials);
    return this.#rules.filter(rule => rule.subject === subject);
  }
}

function subjectOf(credentials: BackstageCredentials): string | undefined {
  if (isServicePrincipal(credentials)) return credentials.principal.subject;
  const { userEntityRef } = credentials.principal as {
    userEntityRef?: string;
  };
  return userEntityRef;
}

/** The evidence plugin checks the rules when it starts; here only what matters is read. */
function readRule(config: Config): ProducerRule[] {
  if (!config.getStringArray('kinds').includes(KIND)) return [];
  const environments: unknown = config.get('environments');
  const filter = readOptionalFilterPredicateFromConfig(config, {
    key: 'filter',
  });
  const subject = config.getString('subject');
  return [
    {
      subject: subject.startsWith('user:')
        ? normalizeEntityRef(subject)
        : subject,
      entities: (config.getOptionalStringArray('entities') ?? []).map(ref =>
        normalizeEntityRef(ref),
      ),
      ...(filter && { filter }),
      environments: (Array.isArray(environments) ? environments : []).filter(
        name => typeof name === 'string',
      ),
    },
  ];
}
