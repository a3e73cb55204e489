/** What one document may be made of at most: enough for thousands of objectives. */
export const MOST_FILES = 200;
export const MOST_FILE_BYTES = 1024 * 1024;
export const MOST_BYTES = 8 * 1024 * 1024;
export const MOST_DEPTH = 8;

/** Whether a file is read. */
export const isYaml = (name: string) => /\.ya?ml$/i.test(name);
