const USUAL = ['production', 'staging', 'development'];

/** Environments to choose from: the usual ones, and those that are met or chosen. Each once, the usual ones first. */
export function environmentOptions(
  ...met: Array<string | undefined>
): string[] {
  const others = met.filter((name): name is string => Boolean(name));
  return [...new Set([...USUAL, ...others])];
}
