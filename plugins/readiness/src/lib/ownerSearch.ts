/** The search part of an address that shows the services of an owner, from the first page; all else stays. */
export function ownerSearch(search: string, owner: string | undefined): string {
  const params = new URLSearchParams(search);
  params.delete('cursor');
  if (owner) params.set('owner', owner);
  else params.delete('owner');
  return `?${params}`;
}
