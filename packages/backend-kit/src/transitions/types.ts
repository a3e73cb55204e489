import { JsonObject } from '@backstage/types';
import { NotificationSendOptions } from '@backstage/plugin-notifications-node';

/**
 * How a condition stands: something is wrong, or it is over.
 *
 * @public
 */
export type ConditionState = 'open' | 'resolved';

/**
 * What is said of a condition after something was computed.
 *
 * @public
 */
export interface NewTransition {
  /** Names the kind of condition: `<plugin>:<rule>`, for example `readiness:below-threshold`. At most 64 characters. */
  rule: string;
  tenant: string;
  /** Lower-case `kind:namespace/name`. */
  entityRef: string;
  /** Tells conditions of one rule and entity apart, for example an environment; `''` where there is only one. */
  key: string;
  state: ConditionState;
  /** What there is to tell of this state. Small; read again when people are told. */
  detail: JsonObject;
}

/**
 * A condition whose state changed and of which nobody was told yet.
 *
 * @public
 */
export interface Transition extends NewTransition {
  /** `<rule>:<entityRef>`, with `:<key>` where there is one. The scope of its notification. */
  id: string;
  /** When it came into this state. */
  since: Date;
  /** Changes of state so far, from 1. */
  revision: number;
  /** Sendings that failed in a row, 0 to start with. */
  attempts: number;
}

/** What a notification says. Title and description are plain text. @public */
export type NoticePayload = NotificationSendOptions['payload'];

/**
 * One notification, and the transitions that it tells of.
 *
 * @public
 */
export interface TransitionNotice {
  transitions: Transition[];
  /** Refs of users or groups; nobody is told where it is empty. */
  recipients: string[];
  payload: NoticePayload;
}
