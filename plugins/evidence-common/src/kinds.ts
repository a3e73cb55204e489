/**
 * What sort of artifact a piece of evidence is. A kind decides which reader is tried and how long the artifact counts as fresh.
 *
 * @public
 */
export const EVIDENCE_KINDS = [
  'coverage',
  'tests',
  'load',
  'chaos',
  'facts',
  'sbom',
  'scan',
  'attestation',
  'policy-decision',
  'deployment',
  'cost',
] as const;

/** @public */
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

/** @public */
export function isEvidenceKind(value: unknown): value is EvidenceKind {
  return EVIDENCE_KINDS.includes(value as EvidenceKind);
}
