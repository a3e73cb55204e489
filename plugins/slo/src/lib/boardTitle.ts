/** A list in words: `A`, `A and B`, `A, B and 3 more`. */
export function boardTitle(owners: readonly string[]): string {
  if (owners.length === 0) return 'SLOs of all teams';
  if (owners.length === 1) return `SLOs · ${owners[0]}`;
  const [first, second, ...rest] = owners;
  return rest.length === 0
    ? `SLOs · ${first} and ${second}`
    : `SLOs · ${first}, ${second} and ${rest.length} more`;
}
