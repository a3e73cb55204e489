import {
  EVIDENCE_KINDS,
  EvidenceKind,
} from '@maestro-conductor/plugin-evidence-common';
import { InputError } from '@backstage/errors';
import { Command, Option } from 'commander';
import { CliContext } from '../lib/CliContext';
import { ExitCode } from '../lib/ExitCode';
import { formatInspection } from '../lib/formatInspection';
import { Inspection, inspectFile } from '../lib/inspectFile';
import { MAX_FILES } from '../lib/limits';

interface InspectOptions {
  kind?: EvidenceKind;
  json?: boolean;
}

/** `conductor evidence inspect`. @internal */
export function addInspectCommand(
  parent: Command,
  context: CliContext,
  setExitCode: (exitCode: number) => void,
): void {
  parent
    .command('inspect')
    .description('say what the portal would read from files; asks no portal')
    .argument('<file...>', 'coverage, test, load, chaos or facts reports')
    .addOption(
      new Option(
        '--kind <kind>',
        'what the files are (default: seen from their content)',
      ).choices(EVIDENCE_KINDS),
    )
    .option('--json', 'print exactly one JSON object on stdout')
    .addHelpText(
      'after',
      '\nExits with 0 when all files can be read, 1 when some cannot, 2 when it could not be tried.',
    )
    .action(async (files: string[], options: InspectOptions) => {
      if (files.length > MAX_FILES) {
        throw new InputError(
          `${files.length} files are too many: inspect at most ${MAX_FILES} at once.`,
        );
      }
      const inspections: Inspection[] = [];
      // One after the other: a file is kept in memory while it is read.
      for (const file of files) {
        inspections.push(await inspectFile(file, options.kind));
      }
      context.stdout(
        options.json
          ? `${JSON.stringify({ files: inspections })}\n`
          : formatInspection(inspections),
      );
      const unreadable = inspections.some(
        ({ status }) => status !== 'readable',
      );
      setExitCode(unreadable ? ExitCode.refused : ExitCode.ok);
    });
}
