import { canonicalJson, sha256Hex } from '@maestro-conductor/backend-kit';
import {
  DimensionDefinition,
  ScorecardDefinition,
} from '@maestro-conductor/plugin-readiness-common';

/** A definition before it is given a version. */
export type ScorecardContent = Omit<ScorecardDefinition, 'version' | 'digest'>;

/** What decides a dimension's value, without its wording. */
function ruleOf({
  name,
  weight,
  value,
  boundToCommit,
  appliesTo,
}: DimensionDefinition) {
  return {
    name,
    weight,
    value,
    boundToCommit,
    ...(appliesTo && { appliesTo }),
  };
}

/**
 * SHA-256 of the canonical rule: what decides scores and levels. Titles and advice are left out, so that better wording is no
 * new version; the order in which keys and dimensions were written does not matter.
 */
export function contentDigest(content: ScorecardContent): string {
  const { name, threshold, levels, filter } = content;
  const dimensions = content.dimensions
    .map(ruleOf)
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  return sha256Hex(
    canonicalJson({
      name,
      threshold,
      levels,
      dimensions,
      ...(filter && { filter }),
    }),
  );
}

/** The definition as everyone sees it. */
export function toDefinition(
  content: ScorecardContent,
  version: number,
): ScorecardDefinition {
  return { ...content, version, digest: contentDigest(content) };
}
