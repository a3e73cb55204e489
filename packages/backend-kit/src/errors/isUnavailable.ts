/** Of the operating system: the other side cannot be reached, or went away. */
const NETWORK = new Set([
  'EAI_AGAIN',
  'ECONNABORTED',
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EPIPE',
  'ETIMEDOUT',
]);

/** SQLSTATE of PostgreSQL, appendix A of its manual. Class 08 (connection exceptions) is matched as a whole. */
const POSTGRES = new Set([
  '25006', // read only: a standby, in the middle of a failover
  '25P03', // idle in transaction for too long
  '53100', // disk full
  '53200', // out of memory
  '53300', // too many connections
  '57P01', // terminated by an administrator
  '57P02', // another server process crashed
  '57P03', // starting up, or shutting down
  '57P05', // idle for too long
]);

const SQLITE = /^SQLITE_(BUSY|LOCKED|CANTOPEN|FULL|IOERR)/;

/** What the drivers say without a code. Knex puts the statement before it. */
const WORDS =
  /(Connection terminated( unexpectedly| due to connection timeout)?|Client has encountered a connection error and is not queryable|Client was closed and is not queryable|timeout expired|Unable to acquire a connection|database is locked)$/;

/** Causes nest a few deep; a cycle must not hang. */
const MAX_DEPTH = 5;

/**
 * Whether an error says that what was asked could not be reached for now, so that the same request may succeed later: the database is
 * stopped, restarting, locked or out of connections, or another service of the portal does not answer. Anything else, above all a
 * wrong statement, is a fault of the program and is not told apart here.
 *
 * @public
 */
export function isUnavailable(error: unknown): boolean {
  let current = error;
  for (let depth = 0; depth < MAX_DEPTH && isObject(current); depth++) {
    if (saysUnavailable(current)) return true;
    current = current.cause;
  }
  return false;
}

function saysUnavailable(error: Record<string, unknown>): boolean {
  const { name, code, message, statusCode } = error;
  if (name === 'KnexTimeoutError' || name === 'ServiceUnavailableError') {
    return true;
  }
  // What another service of the portal answered, which stands on the same database more often than not.
  if (name === 'ResponseError') {
    return typeof statusCode === 'number' && statusCode >= 500;
  }
  if (typeof code === 'string' && saysCode(code)) return true;
  return typeof message === 'string' && WORDS.test(message);
}

function saysCode(code: string): boolean {
  return (
    NETWORK.has(code) ||
    POSTGRES.has(code) ||
    /^08[0-9A-Z]{3}$/.test(code) ||
    SQLITE.test(code)
  );
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
