/**
 * Where a person sees the readiness of an entity.
 *
 * @param url - Of the portal, without a slash at the end.
 * @param entityRef - `kind:namespace/name`.
 * @internal
 */
export function entityLink(url: string, entityRef: string): string {
  const [kind, namespace, name] = entityRef
    .split(/[:/]/)
    .map(encodeURIComponent);
  return `${url}/catalog/${namespace}/${kind}/${name}/readiness`;
}
