import { Command } from 'commander';
import { CliContext } from '../../lib/CliContext';
import { addSamplesPushCommand } from './push';
import { addRulesCommand } from './rules';
import { addStatusCommand } from './status';
import { addValidateCommand } from './validate';

/** `conductor slo …`. @internal */
export function addSloCommands(
  program: Command,
  context: CliContext,
  setExitCode: (exitCode: number) => void,
): void {
  const slo = program
    .command('slo')
    .description('service level objectives and their error budgets');
  addSamplesPushCommand(slo, context, setExitCode);
  addStatusCommand(slo, context, setExitCode);
  addValidateCommand(slo, context, setExitCode);
  addRulesCommand(slo, context, setExitCode);
}
