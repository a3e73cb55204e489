/** Changes of one letter that still count as a slip of the pen. */
const NEAR = 2;

/** The candidate that was probably meant, if one is near: other capitals, or at most two letters changed. */
export function nearest(
  word: string,
  candidates: Iterable<string>,
): string | undefined {
  let best: { candidate: string; distance: number } | undefined;
  for (const candidate of candidates) {
    const distance = editDistance(
      word.slice(0, 100).toLowerCase(),
      candidate.slice(0, 100).toLowerCase(),
    );
    const near = distance <= Math.min(NEAR, Math.floor(candidate.length / 2));
    if (near && distance < (best?.distance ?? Infinity)) {
      best = { candidate, distance };
    }
  }
  return best?.candidate;
}

/** Adds "; did you mean x?" where something is near. */
export function didYouMean(word: string, candidates: Iterable<string>): string {
  const near = nearest(word, candidates);
  return near === undefined ? '' : `; did you mean ${near}?`;
}

/** Letters to insert, drop or replace to make one word the other (Levenshtein). */
function editDistance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, i) => i);
  for (let i = 1; i <= from.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= to.length; j += 1) {
      const replaced = row[j - 1] + (from[i - 1] === to[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, row[j] + 1, next[j - 1] + 1));
    }
    row = next;
  }
  return row[to.length];
}
