/** A displayName as a key: its words in lower case, joined by `-`. Letters lose their accents; `''` where there is neither letter nor digit. */
export function slugOf(displayName: string): string {
  return displayName
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
}
