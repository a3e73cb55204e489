import { writeFile } from 'node:fs/promises';
import { InputError } from '@backstage/errors';
import {
  isFromPrometheus,
  prometheusRules,
  readOpenSlo,
} from '@maestro-conductor/slo-engine';
import { Command } from 'commander';
import { CliContext } from '../../lib/CliContext';
import { ExitCode } from '../../lib/ExitCode';
import { formatSloReading } from '../../lib/formatSloReading';
import { readSloFiles } from '../../lib/readSloFiles';

/** `conductor slo rules`. @internal */
export function addRulesCommand(
  parent: Command,
  context: CliContext,
  setExitCode: (exitCode: number) => void,
): void {
  parent
    .command('rules')
    .description(
      'write recording and alerting rules of Prometheus for objectives; asks no portal',
    )
    .argument('<path...>', 'files, and folders of *.yaml and *.yml')
    .option('--out <file>', 'where to write them (default: stdout)')
    .addHelpText(
      'after',
      '\nWrites nothing where a document has an error.\nExits with 0 when the rules are written, 1 when a document has an error, 2 when it could not be tried.',
    )
    .action(async (paths: string[], { out }: { out?: string }) => {
      const files = await readSloFiles(paths);
      const reading = readOpenSlo(files);
      if (reading.problems.some(({ severity }) => severity === 'error')) {
        const names = files.map(({ file }) => file);
        context.stderr(formatSloReading(names, reading));
        setExitCode(ExitCode.refused);
        return;
      }
      const own = reading.objectives.filter(isFromPrometheus);
      const elsewhere = reading.objectives.length - own.length;
      let rules: string;
      try {
        rules = prometheusRules(own);
      } catch (error) {
        if (!(error instanceof RangeError)) throw error;
        context.stderr(`${error.message}\n`);
        setExitCode(ExitCode.refused);
        return;
      }
      if (out === undefined) context.stdout(rules);
      else await write(out, rules);
      context.stderr(
        `conductor: rules for ${own.length} objectives${
          elsewhere ? `; ${elsewhere} are not measured by Prometheus` : ''
        }\n`,
      );
      setExitCode(ExitCode.ok);
    });
}

async function write(file: string, text: string) {
  try {
    await writeFile(file, text);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new InputError(`--out: ${file} cannot be written (${code}).`, error);
  }
}
