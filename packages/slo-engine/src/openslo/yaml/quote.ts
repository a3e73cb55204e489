const LONGEST = 80;

/** Words from a document as they appear in a message: in quotes, on one line, not too long. */
export function quote(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return `"${line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line}"`;
}
