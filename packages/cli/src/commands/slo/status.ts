import { InputError } from '@backstage/errors';
import { Command } from 'commander';
import { CliContext } from '../../lib/CliContext';
import {
  CommonOptions,
  addCommonOptions,
  createClient,
} from '../../lib/commonOptions';
import { ExitCode } from '../../lib/ExitCode';
import { FailOn, isFailing, parseFailOn } from '../../lib/failOn';
import { formatSloStatus } from '../../lib/formatSloStatus';

interface StatusOptions extends CommonOptions {
  owner?: string;
  env?: string;
  failOn?: FailOn[];
}

/** `conductor slo status`. @internal */
export function addStatusCommand(
  parent: Command,
  context: CliContext,
  setExitCode: (exitCode: number) => void,
): void {
  const command = parent
    .command('status')
    .description("show how a service's or a team's objectives fare")
    .argument(
      '[entity]',
      'the service, for example gateway or component:default/gateway',
    )
    .option('--owner <ref>', 'a group instead, with the groups below it')
    .option('--env <name>', 'environment (default: all)')
    .option(
      '--fail-on <words>',
      'exit with 1 where an objective is one of these, separated by commas: breached, warning, insufficient-data, no-traffic, burning',
      parseFailOn,
    )
    .addHelpText(
      'after',
      '\nExits with 0 when there is an answer, 1 when an objective is what --fail-on names, 2 when there is none, also where nothing is declared.',
    );
  addCommonOptions(command).action(
    async (entity: string | undefined, options: StatusOptions) => {
      const { owner, env, failOn = [] } = options;
      if ((entity === undefined) === (owner === undefined)) {
        throw new InputError('Name either an entity or --owner.');
      }
      const client = createClient(options, context);
      const board = await client.listObjectives({
        entity,
        owner,
        environment: env,
      });
      context.stdout(
        options.json
          ? `${JSON.stringify(board)}\n`
          : formatSloStatus(board, { url: client.url }),
      );
      // Where nothing is known, nothing is all right.
      if (board.items.length === 0) {
        context.stderr(
          `conductor: there is no objective of ${entity ?? owner}${
            env === undefined ? '' : ` in ${env}`
          }, or none that you may see.\n`,
        );
        setExitCode(ExitCode.error);
        return;
      }
      const fails = board.items.some(item => isFailing(item, failOn));
      setExitCode(fails ? ExitCode.refused : ExitCode.ok);
    },
  );
}
