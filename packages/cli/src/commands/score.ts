import { Command } from 'commander';
import { CliContext } from '../lib/CliContext';
import {
  CommonOptions,
  addCommonOptions,
  createClient,
} from '../lib/commonOptions';
import { ExitCode } from '../lib/ExitCode';
import { formatScore } from '../lib/formatScore';

interface ScoreOptions extends CommonOptions {
  entity: string;
  env?: string;
}

/** `conductor score`. @internal */
export function addScoreCommand(
  parent: Command,
  context: CliContext,
  setExitCode: (exitCode: number) => void,
): void {
  const command = parent
    .command('score')
    .description("show a service's readiness score and where its points are")
    .requiredOption(
      '--entity <ref>',
      'the service, for example gateway or component:default/gateway',
    )
    .option('--env <name>', "environment (default: the portal's)")
    .addHelpText(
      'after',
      '\nExits with 0 when there is an answer, 2 when there is none.',
    );
  addCommonOptions(command).action(async (options: ScoreOptions) => {
    const client = createClient(options, context);
    const score = await client.getScore({
      entity: options.entity,
      environment: options.env,
    });
    context.stdout(
      options.json
        ? `${JSON.stringify(score)}\n`
        : formatScore(score, { url: client.url }),
    );
    setExitCode(ExitCode.ok);
  });
}
