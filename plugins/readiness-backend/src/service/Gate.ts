import { randomUUID } from 'node:crypto';
import { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import {
  canonicalJson,
  ProjectedEntity,
  sha256Hex,
} from '@maestro-conductor/backend-kit';
import { Fact } from '@maestro-conductor/plugin-evidence-common';
import { EvidenceService } from '@maestro-conductor/plugin-evidence-node';
import {
  GateDecision,
  GateReason,
  ScorecardDefinition,
} from '@maestro-conductor/plugin-readiness-common';
import { GateContributor } from '@maestro-conductor/plugin-readiness-node';
import { decideGate, GateContribution, GateInputs } from '../domain/decideGate';
import { evaluateScorecard } from '../domain/evaluateScorecard';
import { factNames } from '../domain/factNames';
import { factsForCommit } from '../domain/factsForCommit';
import { CheckedGateRequest } from '../domain/gateRequest';
import { selectFacts } from '../domain/selectFacts';
import { Scorecard } from './Scorecard';

/** Makes gate decisions from the facts that evidence holds at the moment of asking. Keeps nothing. */
export class Gate {
  readonly #evidence: EvidenceService;
  readonly #auth: AuthService;
  readonly #scorecard: Scorecard;
  readonly #contributors: readonly GateContributor[];
  readonly #logger: LoggerService;

  constructor(options: {
    evidence: EvidenceService;
    auth: AuthService;
    scorecard: Scorecard;
    contributors: readonly GateContributor[];
    logger: LoggerService;
  }) {
    this.#evidence = options.evidence;
    this.#auth = options.auth;
    this.#scorecard = options.scorecard;
    this.#contributors = options.contributors;
    this.#logger = options.logger;
  }

  /** Decides. Does not reject where it cannot evaluate: that is a decision too. */
  async decide(
    request: CheckedGateRequest,
    projected: ProjectedEntity,
    asked: { by: string; at: Date },
  ): Promise<GateDecision> {
    const { definition } = this.#scorecard;
    const threshold = Math.max(this.#scorecard.threshold, request.minimum ?? 0);
    const inputs = await this.#inputs(request, projected, threshold, asked.at);
    const score = inputs.status === 'evaluated' ? inputs.score : undefined;
    return {
      id: randomUUID(),
      tenant: projected.tenant,
      scorecard: this.#scorecard.name,
      entityRef: request.entityRef,
      environment: request.environment,
      commit: request.commit,
      ...decideGate(inputs),
      ...(score?.score !== undefined && { score: score.score }),
      ...(score?.level !== undefined && { level: score.level }),
      threshold,
      dimensions: score?.dimensions ?? [],
      ...(definition && { definitionVersion: definition.version }),
      inputsDigest: sha256Hex(
        canonicalJson({
          request,
          threshold,
          inputs: score?.inputsDigest ?? null,
          contributions:
            inputs.status === 'evaluated'
              ? inputs.contributions
              : inputs.reasons,
        }),
      ),
      askedBy: asked.by,
      decidedAt: asked.at.toISOString(),
    };
  }

  async #inputs(
    request: CheckedGateRequest,
    projected: ProjectedEntity,
    threshold: number,
    now: Date,
  ): Promise<GateInputs> {
    const { definition, problem } = this.#scorecard;
    if (!definition) {
      return unable({
        code: 'definition-invalid',
        message: `The configured scorecard is invalid: ${problem}`,
        nextStep: 'Ask an administrator of the portal to correct it.',
      });
    }
    if (!this.#scorecard.isFor(projected.entity)) {
      return unable({
        code: 'not-scored',
        message: `${definition.title} is not for ${request.entityRef}: its filter leaves the entity out.`,
        nextStep:
          'Ask about an entity that is scored, or change readiness.scorecards in the configuration.',
      });
    }

    let facts: Fact[];
    try {
      facts = await this.#readFacts(definition, request);
    } catch (error) {
      this.#logger.error('The gate cannot read evidence', asError(error));
      return unable({
        code: 'evidence-unreadable',
        message: 'The facts could not be read from evidence.',
        nextStep: 'Ask again in a minute; if it stays, tell the portal team.',
      });
    }
    const { environment, commit, entityRef } = request;
    const selected = selectFacts(facts, { environment, commit });
    const score = evaluateScorecard({
      definition,
      tenant: projected.tenant,
      entityRef,
      environment,
      entity: projected.entity,
      facts: factsForCommit(definition, selected, commit),
      now,
    });

    const contributions: GateContribution[] = [];
    for (const contributor of this.#contributors) {
      try {
        contributions.push(
          await contributor.contribute({
            tenant: projected.tenant,
            entityRef,
            environment,
            commit,
            now,
          }),
        );
      } catch (error) {
        this.#logger.error(
          `The gate cannot hear ${contributor.name}`,
          asError(error),
        );
        return unable({
          code: 'contributor-failed',
          message: `What ${contributor.name} has to say could not be read.`,
          nextStep: 'Ask again in a minute; if it stays, tell the portal team.',
        });
      }
    }
    return {
      status: 'evaluated',
      definition,
      score,
      commit,
      threshold,
      contributions,
    };
  }

  async #readFacts(
    definition: ScorecardDefinition,
    { entityRef, environment, commit }: CheckedGateRequest,
  ): Promise<Fact[]> {
    return await this.#evidence.getLatestFacts(
      {
        entityRefs: [entityRef],
        environment,
        names: factNames(definition),
        ...(commit && { commit }),
      },
      { credentials: await this.#auth.getOwnServiceCredentials() },
    );
  }
}

function unable(reason: GateReason): GateInputs {
  return { status: 'unable', reasons: [reason] };
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
