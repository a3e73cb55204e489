const started = Date.now();

/** One line of progress, with the seconds since the command began. */
export function step(message) {
  const seconds = ((Date.now() - started) / 1000).toFixed(0).padStart(4);
  process.stderr.write(`[${seconds} s] ${message}\n`);
}

/** Says in one sentence what is missing, and ends the command. */
export function fail(message) {
  process.stderr.write(`\n${message}\n`);
  process.exit(1);
}
