/**
 * The largest artifact that is read, in bytes. The evidence plugin takes 50 MB at most; this bound is for callers
 * without one, such as the command line.
 *
 * @public
 */
export const MAX_ARTIFACT_BYTES = 64 * 1024 * 1024;
