import { GateOutcome } from '@maestro-conductor/plugin-readiness-common';
import { Command } from 'commander';
import { CliContext } from '../lib/CliContext';
import {
  CommonOptions,
  addCommonOptions,
  createClient,
} from '../lib/commonOptions';
import { ExitCode } from '../lib/ExitCode';
import { formatGate } from '../lib/formatGate';
import { parseMinimum } from '../lib/parseNumbers';
import { readCi } from '../lib/readCi';

interface GateOptions extends CommonOptions {
  entity: string;
  env: string;
  commit?: string;
  min?: number;
}

const EXIT_CODES: Record<GateOutcome, number> = {
  pass: ExitCode.ok,
  warn: ExitCode.ok,
  fail: ExitCode.refused,
  'cannot-evaluate': ExitCode.error,
};

/** `conductor gate`. @internal */
export function addGateCommand(
  parent: Command,
  context: CliContext,
  setExitCode: (exitCode: number) => void,
): void {
  const command = parent
    .command('gate')
    .description('ask whether a service may be promoted')
    .requiredOption(
      '--entity <ref>',
      'the service, for example gateway or component:default/gateway',
    )
    .requiredOption('--env <name>', 'environment to promote to')
    .option(
      '--commit <sha>',
      "commit to promote; '' asks about no commit in particular (default: from CI)",
    )
    .option(
      '--min <score>',
      "lowest score to accept, 0 to 1; may only raise the scorecard's threshold",
      parseMinimum,
    )
    .addHelpText(
      'after',
      '\nExits with 0 for pass and warn, 1 for fail, 2 when it cannot be evaluated or asked.',
    );
  addCommonOptions(command).action(async (options: GateOptions) => {
    const client = createClient(options, context);
    const decision = await client.askGate({
      entity: options.entity,
      environment: options.env,
      commit: (options.commit ?? readCi(context.env).commit) || undefined,
      minimum: options.min,
    });
    if (options.min !== undefined && options.min < decision.threshold) {
      context.stderr(
        `conductor: --min ${options.min} is below the threshold ${decision.threshold} of the scorecard, which holds.\n`,
      );
    }
    context.stdout(
      options.json
        ? `${JSON.stringify(decision)}\n`
        : formatGate(decision, { url: client.url, colour: context.colour }),
    );
    setExitCode(EXIT_CODES[decision.decision] ?? ExitCode.error);
  });
}
