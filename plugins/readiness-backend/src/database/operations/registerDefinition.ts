import { Knex } from 'knex';
import { ScorecardDefinition } from '@maestro-conductor/plugin-readiness-common';
import { diffDefinitions } from '../../domain/diffDefinitions';
import {
  contentDigest,
  ScorecardContent,
  toDefinition,
} from '../../domain/scorecardContent';
import { latestDefinition } from './latestDefinition';

const ATTEMPTS = 5;

/**
 * Gives a content its version: the latest one's where the rule is the same, which then has the words of this one, else one more. Two replicas that start at once
 * agree: the one that comes second finds the version taken and reads again.
 */
export async function registerDefinition(
  knex: Knex,
  content: ScorecardContent,
  now: Date,
): Promise<ScorecardDefinition> {
  const digest = contentDigest(content);
  for (let attempt = 1; ; attempt++) {
    const latest = await latestDefinition(knex, content.name);
    if (latest?.digest === digest) {
      await knex('scorecard_versions')
        .where({ scorecard: content.name, version: latest.version })
        .update({ content: JSON.stringify(content) });
      return toDefinition(content, latest.version);
    }
    const version = (latest?.version ?? 0) + 1;
    const inserted = await knex('scorecard_versions')
      .insert({
        scorecard: content.name,
        version,
        digest,
        content: JSON.stringify(content),
        summary: latest ? diffDefinitions(latest, content) : 'first definition',
        created_at: now,
      })
      .onConflict(['scorecard', 'version'])
      .ignore()
      .returning('version');
    if (inserted.length > 0) return toDefinition(content, version);
    if (attempt === ATTEMPTS) {
      throw new Error(
        `Version ${version} of scorecard ${content.name} could not be kept: other replicas keep changing it. Give all replicas the same configuration`,
      );
    }
  }
}
