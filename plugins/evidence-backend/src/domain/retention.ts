import { HumanDuration } from '@backstage/types';
import { EvidenceKind } from '@maestro-conductor/plugin-evidence-common';
import { Duration } from 'luxon';

/** How long the bytes of artifacts of a kind are kept after they were received. Kinds that are not named are kept for good. */
export type RetentionRules = Partial<Record<EvidenceKind, HumanDuration>>;

/** The bytes of a record of this kind are kept no longer where it was received before that moment. */
export interface RetentionLimit {
  kind: EvidenceKind;
  receivedBefore: Date;
}

/** The rules as they apply at a moment. */
export function retentionLimits(
  rules: RetentionRules,
  now: Date,
): RetentionLimit[] {
  return Object.entries(rules).map(([kind, duration]) => ({
    kind: kind as EvidenceKind,
    receivedBefore: earlier(now, duration),
  }));
}

/** The moment that lies a duration before another; a day is 24 hours, a month 30 days. */
export function earlier(moment: Date, duration: HumanDuration): Date {
  return new Date(moment.getTime() - Duration.fromObject(duration).toMillis());
}
