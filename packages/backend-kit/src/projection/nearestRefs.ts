import { parseEntityRef } from '@backstage/catalog-model';

/**
 * The refs whose names are written most like that of `ref`, the nearest first; the same namespace wins a tie. Names that
 * differ in more than half of their letters are not like it.
 *
 * @internal
 */
export function nearestRefs(
  ref: string,
  candidates: string[],
  limit: number,
): string[] {
  const wanted = parseEntityRef(ref);
  return candidates
    .map(candidate => {
      const { name, namespace } = parseEntityRef(candidate);
      const contained =
        wanted.name.length >= 3 &&
        (name.includes(wanted.name) ||
          (name.length >= 3 && wanted.name.includes(name)));
      return {
        candidate,
        distance: contained ? 1 : editDistance(wanted.name, name),
        allowed: contained
          ? 1
          : Math.floor(Math.max(wanted.name.length, name.length) / 2),
        elsewhere: Number(namespace !== wanted.namespace),
      };
    })
    .filter(({ distance, allowed }) => distance <= allowed)
    .sort(
      (a, b) =>
        a.distance - b.distance ||
        a.elsewhere - b.elsewhere ||
        a.candidate.localeCompare(b.candidate, 'en'),
    )
    .slice(0, limit)
    .map(({ candidate }) => candidate);
}

/** Levenshtein's: letters to insert, remove or replace. */
function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    for (let j = 1; j <= b.length; j++) {
      current[j] = Math.min(
        previous[j] + 1,
        current[j - 1] + 1,
        previous[j - 1] + Number(a[i - 1] !== b[j - 1]),
      );
    }
    previous = current;
  }
  return previous[b.length];
}
