import { randomUUID } from 'node:crypto';
import {
  AuthService,
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import { NotificationService } from '@backstage/plugin-notifications-node';
import { HumanDuration } from '@backstage/types';
import {
  CatalogProjection,
  CatalogWatcher,
  createEntityFollower,
  notifyTransitions,
  reported,
  runUntilIdle,
  TransitionLog,
  whileAlone,
} from '@maestro-conductor/backend-kit';
import { EvidenceService } from '@maestro-conductor/plugin-evidence-node';
import { StoreHandle } from '../database/handles';
import { CONDITIONS_TABLE } from '../database/KnexStateStore';
import { SampleStore } from '../database/SampleStore';
import { KEPT_DAYS } from '../domain/readSamples';
import { BurnNotices } from '../service/BurnNotices';
import { Evaluator } from '../service/Evaluator';
import { FactWriter } from '../service/FactWriter';
import { SourceReader } from '../service/SourceReader';
import { UnitCosts } from '../service/UnitCosts';

/** So long a burn waits for others to come into one message, or to be over again. */
const NOTICE_WAIT_MS = 10_000;
const DAY_MS = 86_400_000;

/**
 * Schedules what goes on by itself. A run that fails throws, so that the scheduler shows it; it is tried again at its next time.
 *
 * All tasks run in every replica: the database sees to it that each thing takes effect once, and no replica waits for the lock of one that died.
 * What would only be done twice over is the work of one replica at a time.
 */
export async function scheduleTasks(options: {
  scheduler: SchedulerService;
  logger: LoggerService;
  handle: StoreHandle;
  projection: CatalogProjection;
  watcher: CatalogWatcher;
  evidence: EvidenceService;
  auth: AuthService;
  notifications: NotificationService;
  documents: { refresh(signal: AbortSignal): Promise<unknown> };
  sources: SourceReader;
  samples: SampleStore;
  evaluator: Evaluator;
  facts: FactWriter;
  costs: UnitCosts;
  notices: BurnNotices;
  frequencyMs: number;
  now(): Date;
}): Promise<void> {
  const { scheduler, logger, handle, evaluator, facts, now } = options;
  const everywhere = (
    name: string,
    times: { frequency: HumanDuration; initialDelay?: HumanDuration },
    work: (signal: AbortSignal) => Promise<unknown>,
  ) =>
    scheduler.scheduleTask({
      id: `slo-${name}`,
      scope: 'local',
      timeout: { minutes: 5 },
      ...times,
      fn: reported({ id: `slo-${name}`, logger, now }, async signal => {
        await work(signal);
      }),
    });
  /** As `everywhere`, and one replica at a time. */
  const alone = (
    name: string,
    times: { frequency: HumanDuration; initialDelay?: HumanDuration },
    work: (signal: AbortSignal) => Promise<unknown>,
  ) =>
    everywhere(name, times, signal =>
      whileAlone(handle, `slo-${name}`, () => work(signal)),
    );
  const ago = (ms: number) => new Date(now().getTime() - ms);

  const follower = followEntities(options);
  await everywhere('follow-evidence', { frequency: { seconds: 1 } }, signal =>
    runUntilIdle(follower, signal),
  );
  await alone(
    'read-documents',
    { frequency: { seconds: 5 }, initialDelay: { seconds: 1 } },
    signal => options.documents.refresh(signal),
  );
  await alone(
    'read-sources',
    {
      frequency: { milliseconds: options.frequencyMs },
      initialDelay: { seconds: 10 },
    },
    signal => options.sources.readAll(signal),
  );
  await alone(
    'evaluate',
    { frequency: { seconds: 5 }, initialDelay: { seconds: 3 } },
    () => evaluator.evaluateDue(ago(options.frequencyMs)),
  );
  await alone(
    'write-facts',
    { frequency: { seconds: 5 }, initialDelay: { seconds: 5 } },
    async () => {
      await facts.writeDue();
      await facts.writePast();
    },
  );
  await alone(
    'copy-costs',
    { frequency: { minutes: 2 }, initialDelay: { seconds: 20 } },
    () => options.costs.refresh(),
  );
  await alone(
    'forget-samples',
    { frequency: { hours: 24 }, initialDelay: { minutes: 10 } },
    () =>
      options.samples.forgetDaysBefore(
        Math.floor(now().getTime() / DAY_MS) - KEPT_DAYS,
      ),
  );
  await everywhere(
    'notify',
    { frequency: { seconds: 5 }, initialDelay: { seconds: 5 } },
    () =>
      notifyTransitions({
        knex: handle,
        log: new TransitionLog({ table: CONDITIONS_TABLE }),
        notifications: options.notifications,
        compose: transitions => options.notices.compose(transitions),
        waitMs: NOTICE_WAIT_MS,
        now,
        newId: randomUUID,
      }),
  );
}

function followEntities(options: {
  handle: StoreHandle;
  projection: CatalogProjection;
  watcher: CatalogWatcher;
  evidence: EvidenceService;
  auth: AuthService;
  now(): Date;
}) {
  const { handle, evidence, auth } = options;
  return createEntityFollower({
    ...options,
    knex: handle,
    table: 'feed_cursors',
    fetch: async request =>
      await evidence.getChanges(request, {
        credentials: await auth.getOwnServiceCredentials(),
      }),
  });
}
