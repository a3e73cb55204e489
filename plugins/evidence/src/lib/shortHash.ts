/** The first characters of a commit or digest, enough to tell it from others. */
export function shortHash(hash: string, length = 7): string {
  return hash.slice(0, length);
}
