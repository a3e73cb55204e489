/**
 * The artifact is of the reader's format and breaks one of its rules. Never leaves this package: `defineReader` turns
 * it into an `invalid` result.
 *
 * @internal
 */
export class InvalidArtifactError extends Error {
  override name = 'InvalidArtifactError';

  /** @param field - where: `line 17`, `testcase[3].time`, `metrics.checks`, `facts.policy.coverage` */
  constructor(readonly field: string, message: string) {
    super(message);
  }
}
