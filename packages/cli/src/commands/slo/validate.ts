import { readOpenSlo } from '@maestro-conductor/slo-engine';
import { Command } from 'commander';
import { CliContext } from '../../lib/CliContext';
import { ExitCode } from '../../lib/ExitCode';
import { formatSloReading } from '../../lib/formatSloReading';
import { readSloFiles } from '../../lib/readSloFiles';

/** `conductor slo validate`. @internal */
export function addValidateCommand(
  parent: Command,
  context: CliContext,
  setExitCode: (exitCode: number) => void,
): void {
  parent
    .command('validate')
    .description('say what is wrong in OpenSLO documents; asks no portal')
    .argument('<path...>', 'files, and folders of *.yaml and *.yml')
    .option('--json', 'print exactly one JSON object on stdout')
    .addHelpText(
      'after',
      '\nReferences are resolved across all paths together.\nExits with 0 when there is no error (warnings may be), 1 when there is one, 2 when it could not be tried.',
    )
    .action(async (paths: string[], options: { json?: boolean }) => {
      const files = await readSloFiles(paths);
      const reading = readOpenSlo(files);
      const names = files.map(({ file }) => file);
      context.stdout(
        options.json
          ? `${JSON.stringify({ files: names, ...reading })}\n`
          : formatSloReading(names, reading),
      );
      const isWrong = reading.problems.some(
        ({ severity }) => severity === 'error',
      );
      setExitCode(isWrong ? ExitCode.refused : ExitCode.ok);
    });
}
