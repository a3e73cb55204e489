/**
 * What the exit codes mean to a pipeline.
 *
 * @internal
 */
export const ExitCode = {
  /** The gate says pass or warn; everything was pushed, or can be read; the score was shown. */
  ok: 0,
  /** The gate says fail; at least one file was refused, or cannot be read. */
  refused: 1,
  /** The gate cannot evaluate, or something went wrong on the way. */
  error: 2,
} as const;
