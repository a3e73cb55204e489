import { NotificationService } from '@backstage/plugin-notifications-node';
import { Knex } from 'knex';
import { TransitionLog } from './TransitionLog';
import { Transition, TransitionNotice } from './types';

/** Transitions of one round: enough for one owner's whole share of them to come into one message. */
const LIMIT = 500;
/** How long a claim holds. A replica that dies in the middle of a round delays its messages by that. */
const CLAIM_MS = 60_000;
/** How long a round sends. It ends well before its claim, so that no other replica sends the same. */
const ROUND_MS = 30_000;
/** How long one sending may take. */
const SEND_MS = 10_000;
const MIN_BACKOFF_MS = 5000;
const MAX_BACKOFF_MS = 3_600_000;

/**
 * One round of telling people what changed: takes the transitions that nobody was told of, sends the notices made of them, and marks
 * them as told. Any number of replicas may do it at the same time; each transition is in the hands of one.
 *
 * A state that changes while it waits is told as it is in the end, or not at all where it is back to what people know. What cannot be
 * sent is tried again after 5 seconds, then twice as long each time up to an hour, for ever. Only where a replica dies between
 * sending and marking, a notice is sent twice: as their scope is the same, Backstage then updates the notification of the first.
 *
 * @returns how many notifications were sent
 * @throws after the round, where a sending failed, so that the task's log shows it
 *
 * @public
 */
export async function notifyTransitions(options: {
  knex: Knex;
  log: TransitionLog;
  notifications: NotificationService;
  /** Puts the transitions into words. Those in no notice, or in one without recipients, count as told. */
  compose(transitions: Transition[]): Promise<TransitionNotice[]>;
  /** How long a transition waits for more to come, or to go back, in milliseconds. */
  waitMs: number;
  now(): Date;
  newId(): string;
}): Promise<number> {
  const { knex, log, notifications, compose, now } = options;
  const start = now();
  const claim = options.newId();
  const after = (ms: number) => new Date(start.getTime() + ms);
  const claimed = await log.claim(knex, {
    claim,
    now: start,
    dueBefore: after(-options.waitMs),
    until: after(CLAIM_MS),
    limit: LIMIT,
  });
  if (claimed.length === 0) return 0;

  const notices = (await compose(claimed)).filter(
    ({ recipients }) => recipients.length > 0,
  );
  const told = new Set(notices.flatMap(({ transitions }) => transitions));
  await log.delivered(
    knex,
    claim,
    claimed.filter(transition => !told.has(transition)),
  );
  const failures: unknown[] = [];
  let sent = 0;
  for (const notice of notices) {
    const { transitions, recipients, payload } = notice;
    const attempts = Math.max(...transitions.map(t => t.attempts));
    if (now() >= after(ROUND_MS)) {
      await log.release(knex, claim, transitions, {
        attempts,
        nextAttempt: start,
      });
      continue;
    }
    try {
      await withinTime(
        notifications.send({
          recipients: { type: 'entity', entityRef: recipients },
          payload,
        }),
      );
    } catch (error) {
      failures.push(error);
      await log.release(knex, claim, transitions, {
        attempts: attempts + 1,
        nextAttempt: new Date(now().getTime() + backoff(attempts)),
      });
      continue;
    }
    await log.delivered(knex, claim, transitions);
    sent += 1;
  }
  if (failures.length > 0) {
    throw new Error(
      `${failures.length} of ${notices.length} notifications could not be sent and are tried again later, the first: ${failures[0]}`,
    );
  }
  return sent;
}

/** Milliseconds to wait after a number of failures before this one. */
function backoff(failures: number): number {
  return Math.min(MIN_BACKOFF_MS * 2 ** Math.min(failures, 20), MAX_BACKOFF_MS);
}

async function withinTime(sending: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new Error(`no answer after ${SEND_MS / 1000} seconds`)),
      SEND_MS,
    );
  });
  try {
    await Promise.race([sending, tooLong]);
  } finally {
    clearTimeout(timer);
  }
}
