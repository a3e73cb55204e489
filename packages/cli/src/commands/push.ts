import {
  EVIDENCE_KINDS,
  EvidenceKind,
} from '@maestro-conductor/plugin-evidence-common';
import { Command, Option } from 'commander';
import { CliContext } from '../lib/CliContext';
import {
  CommonOptions,
  addCommonOptions,
  createClient,
} from '../lib/commonOptions';
import { createUpload } from '../lib/createUpload';
import { ExitCode } from '../lib/ExitCode';
import { formatPush } from '../lib/formatPush';
import { parseAttempt } from '../lib/parseNumbers';
import { isDefaultBranch, readCi } from '../lib/readCi';

interface PushOptions extends CommonOptions {
  entity: string;
  env: string;
  kind?: EvidenceKind;
  commit?: string;
  ref?: string;
  defaultBranch?: string;
  run?: string;
  attempt?: number;
  runUrl?: string;
  observedAt?: string;
}

/** `conductor evidence push`. @internal */
export function addPushCommand(
  parent: Command,
  context: CliContext,
  setExitCode: (exitCode: number) => void,
): void {
  const command = parent
    .command('push')
    .description('push reports of a pipeline as evidence about a service')
    .argument('<file...>', 'coverage, test, load or facts reports')
    .requiredOption(
      '--entity <ref>',
      'the service, for example gateway or component:default/gateway',
    )
    .requiredOption('--env <name>', 'environment that the reports speak of')
    .addOption(
      new Option(
        '--kind <kind>',
        'what the files are (default: seen from their content)',
      ).choices(EVIDENCE_KINDS),
    )
    .option('--commit <sha>', 'commit (default: from CI)')
    .option('--ref <ref>', 'git ref, as refs/heads/main (default: from CI)')
    .option('--default-branch <name>', 'default branch (default: from CI)')
    .option('--run <id>', 'run of the pipeline (default: from CI)')
    .option(
      '--attempt <n>',
      'attempt of the run (default: from CI)',
      parseAttempt,
    )
    .option('--run-url <url>', 'where to see the run (default: from CI)')
    .option(
      '--observed-at <time>',
      'when it was measured, ISO 8601 with offset (default: now)',
    )
    .addHelpText(
      'after',
      '\nExits with 0 when all files were taken, 1 when some were refused, 2 when it could not be done.',
    );
  addCommonOptions(command).action(
    async (files: string[], options: PushOptions) => {
      const client = createClient(options, context);
      const form = await createUpload(files, describeRecord(options, context));
      const answer = await client.pushRecords(form);
      context.stdout(
        options.json
          ? `${JSON.stringify(answer)}\n`
          : formatPush(answer, files),
      );
      const refused = answer.items.some(item => item.status === 'rejected');
      setExitCode(refused ? ExitCode.refused : ExitCode.ok);
    },
  );
}

function describeRecord(options: PushOptions, context: CliContext) {
  const ci = readCi(context.env);
  const ref = options.ref ?? ci.ref;
  const run = options.run ?? ci.run;
  return {
    entity: options.entity,
    environment: options.env,
    kind: options.kind,
    commit: options.commit ?? ci.commit,
    ref,
    defaultBranch: isDefaultBranch(
      ref,
      options.defaultBranch ?? ci.defaultBranchName,
    ),
    run,
    // The attempt and address of the pipeline's own run say nothing about another one.
    attempt: options.attempt ?? (run === ci.run ? ci.attempt : undefined),
    runUrl: options.runUrl ?? (run === ci.run ? ci.runUrl : undefined),
    observedAt: options.observedAt,
  };
}
