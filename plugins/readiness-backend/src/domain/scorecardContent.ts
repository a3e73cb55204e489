import { canonicalJson, sha256Hex } from '@maestro-conductor/backend-kit';
import { ScorecardDefinition } from '@maestro-conductor/plugin-readiness-common';

/** A definition before it is given a version. */
export type ScorecardContent = Omit<ScorecardDefinition, 'version' | 'digest'>;

/** SHA-256 of the canonical content: the same whatever the order in which its keys were written. */
export function contentDigest(content: ScorecardContent): string {
  const dimensions = [...content.dimensions].sort((a, b) =>
    a.name < b.name ? -1 : 1,
  );
  return sha256Hex(canonicalJson({ ...content, dimensions }));
}

/** The definition as everyone sees it. */
export function toDefinition(
  content: ScorecardContent,
  version: number,
): ScorecardDefinition {
  return { ...content, version, digest: contentDigest(content) };
}
