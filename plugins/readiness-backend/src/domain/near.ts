/** Edits (insert, delete, replace one character) that turn `a` into `b`. */
function distance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = previous[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1);
      current.push(Math.min(replaced, previous[j] + 1, current[j - 1] + 1));
    }
    previous = current;
  }
  return previous[b.length];
}

/**
 * The known names that a wrong one may have meant: contained in each other or at most two or a third of its letters apart, the
 * nearest first, three at most.
 */
export function near(wrong: string, known: readonly string[]): string[] {
  const word = wrong.toLowerCase().slice(0, 100);
  const reach = Math.max(2, Math.floor(word.length / 3));
  return known
    .map(name => {
      const contained =
        word.length > 2 && (name.includes(word) || word.includes(name));
      return { name, far: contained ? 1 : distance(word, name) };
    })
    .filter(({ far }) => far <= reach)
    .sort((a, b) => a.far - b.far || a.name.localeCompare(b.name))
    .slice(0, 3)
    .map(({ name }) => name);
}

/** A sentence for an error message: what was meant perhaps, else what there is. */
export function nearSentence(wrong: string, known: readonly string[]): string {
  const names = near(wrong, known);
  return names.length > 0
    ? `Did you mean ${names.join(' or ')}?`
    : `Known are: ${known.join(', ')}.`;
}
