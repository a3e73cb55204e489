const MAX_LENGTH = 200;

/**
 * The last part of a path sent by a client, as a name to show and to download under: no folders, no control or direction-changing
 * characters, 200 characters at most.
 */
export function safeFileName(sent: string | undefined): string {
  const last = (sent ?? '').split(/[\\/]/).pop() ?? '';
  const clean = last
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .trim()
    .slice(0, MAX_LENGTH)
    // Neither sent as half of a surrogate pair, nor cut into one.
    .replace(/\p{Cs}/gu, '\ufffd');
  return clean === '' || /^\.+$/.test(clean) ? 'artifact' : clean;
}

/** A media type without parameters, or `application/octet-stream` where what was sent is none. */
export function safeMediaType(sent: string | undefined): string {
  const type = (sent ?? '').split(';')[0].trim().toLowerCase();
  return /^[a-z0-9][a-z0-9!#$&^_.+-]{0,62}\/[a-z0-9][a-z0-9!#$&^_.+-]{0,62}$/.test(
    type,
  )
    ? type
    : 'application/octet-stream';
}
