import { InputError } from '@backstage/errors';
import { Command } from 'commander';
import { CliContext } from '../../lib/CliContext';
import {
  CommonOptions,
  addCommonOptions,
  createClient,
} from '../../lib/commonOptions';
import { ExitCode } from '../../lib/ExitCode';
import { formatSamplesPush } from '../../lib/formatSamplesPush';
import { parseCount, parseMinutes } from '../../lib/parseNumbers';
import { pushInPieces } from '../../lib/pushInPieces';
import { readSamplesFile } from '../../lib/readSamplesFile';
import { seriesOf, SeriesOptions } from '../../lib/seriesOf';

type PushOptions = CommonOptions & Partial<SeriesOptions>;

/** `conductor slo push`. @internal */
export function addSamplesPushCommand(
  parent: Command,
  context: CliContext,
  setExitCode: (exitCode: number) => void,
): void {
  const command = parent
    .command('push')
    .description('push how many events there were, and how many were good')
    .argument(
      '[file]',
      'JSON: a list of series; or the options below for one sample',
    )
    .option('--entity <ref>', 'the service, for example gateway')
    .option('--env <name>', 'environment (default: production)')
    .option('--slo <name>', 'metadata.name of the SLO')
    .option('--objective <name>', 'where the SLO has several')
    .option('--good <n>', 'events that were good', parseCount)
    .option('--total <n>', 'all events', parseCount)
    .option(
      '--time <time>',
      'first minute, ISO 8601 with offset (default: the minute, or the minutes, that ended last)',
    )
    .option('--minutes <n>', 'minutes that it covers, 1 to 60', parseMinutes)
    .option('--series <name>', 'who counted, where several do')
    .option(
      '--counter',
      'good and total only rise until they begin anew, and tell what happened since then',
    )
    .addHelpText(
      'after',
      '\nPushing the same minutes again replaces what was said of them.\nExits with 0 when everything was taken, 1 when a part was refused, 2 when it could not be done.',
    );
  addCommonOptions(command).action(
    async (file: string | undefined, options: PushOptions) => {
      const series =
        file === undefined
          ? [seriesOf(options, new Date())]
          : await readSamplesFile(assertAlone(file, options));
      const client = createClient(options, context);
      const items = await pushInPieces(series, piece =>
        client.pushSamples(piece),
      );
      context.stdout(
        options.json
          ? `${JSON.stringify({ items })}\n`
          : formatSamplesPush(items, series),
      );
      const isRefused = items.some(({ status }) => status === 'rejected');
      setExitCode(isRefused ? ExitCode.refused : ExitCode.ok);
    },
  );
}

/** A file says all of it. */
function assertAlone(file: string, options: PushOptions): string {
  const { json, url, retryFor, ...others } = options;
  const [beside] = Object.keys(others);
  if (beside !== undefined) {
    throw new InputError(
      `--${beside}: ${file} says what is pushed; leave out the file, or the option.`,
    );
  }
  return file;
}
