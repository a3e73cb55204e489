import { stringifyError } from '@backstage/errors';
import { CommanderError } from 'commander';
import { CliContext, processContext } from './lib/CliContext';
import { ExitCode } from './lib/ExitCode';
import { plainText } from './lib/plainText';
import { createProgram } from './program';

/**
 * Runs the command line. Never throws: what goes wrong is one sentence on stderr, and with `--json` also
 * `{ "error": { "name", "message" } }` on stdout.
 *
 * @param args - What follows the name of the command.
 * @returns the exit code, see `ExitCode`
 * @public
 */
export async function runCli(
  args: string[],
  context: CliContext = processContext(),
): Promise<number> {
  let exitCode: number = ExitCode.ok;
  const program = createProgram(context, code => {
    exitCode = code;
  });
  try {
    await program.parseAsync(args, { from: 'user' });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) {
      return ExitCode.ok;
    }
    const { name, message } = describe(error);
    // Commander has already said on stderr what was wrong with the arguments.
    if (!(error instanceof CommanderError)) {
      context.stderr(`conductor: ${plainText(message)}\n`);
    }
    if (args.includes('--json')) {
      context.stdout(`${JSON.stringify({ error: { name, message } })}\n`);
    }
    return ExitCode.error;
  }
}

function describe(error: unknown): { name: string; message: string } {
  if (error instanceof CommanderError) {
    return {
      name: 'UsageError',
      message: error.message.replace(/^error: /, ''),
    };
  }
  return error instanceof Error
    ? { name: error.name, message: error.message }
    : { name: 'Error', message: stringifyError(error) };
}
