import { Command } from 'commander';
import { addGateCommand } from './commands/gate';
import { addInspectCommand } from './commands/inspect';
import { addPushCommand } from './commands/push';
import { addScoreCommand } from './commands/score';
import { addSloCommands } from './commands/slo';
import { CliContext } from './lib/CliContext';

/**
 * The commands and their options.
 *
 * @param setExitCode - Called by a command that ran to its end.
 * @internal
 */
export function createProgram(
  context: CliContext,
  setExitCode: (exitCode: number) => void,
): Command {
  const program = new Command('conductor')
    .description('Push evidence to Maestro Conductor, and ask it for decisions')
    .exitOverride()
    .configureOutput({
      writeOut: context.stdout,
      writeErr: context.stderr,
    })
    .addHelpText(
      'after',
      `
Environment:
  CONDUCTOR_URL    address of the portal, where --url is absent
  CONDUCTOR_TOKEN  token that the portal knows this pipeline by`,
    );
  const evidence = program
    .command('evidence')
    .description('what CI has to say about a service');
  addPushCommand(evidence, context, setExitCode);
  addInspectCommand(evidence, context, setExitCode);
  addGateCommand(program, context, setExitCode);
  addScoreCommand(program, context, setExitCode);
  addSloCommands(program, context, setExitCode);
  return program;
}
