/**
 * What a command needs of the world around it.
 *
 * @public
 */
export interface CliContext {
  env: Record<string, string | undefined>;
  /** Takes the answer and nothing else. */
  stdout(text: string): void;
  /** Takes everything that is said besides the answer. */
  stderr(text: string): void;
  /** Whether a person reads stdout in a terminal that shows colours. */
  colour: boolean;
}

/** The context of this process. @internal */
export function processContext(): CliContext {
  return {
    env: process.env,
    stdout: text => process.stdout.write(text),
    stderr: text => process.stderr.write(text),
    colour: Boolean(process.stdout.isTTY) && !process.env.NO_COLOR,
  };
}
