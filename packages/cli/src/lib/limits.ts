const MEGABYTE = 1024 * 1024;

/** Bytes of one file that the portal takes. @internal */
export const MAX_FILE_BYTES = 50 * MEGABYTE;

/** Bytes that the portal takes at once. @internal */
export const MAX_TOTAL_BYTES = 200 * MEGABYTE;

/** Files that the portal takes at once. @internal */
export const MAX_FILES = 200;
