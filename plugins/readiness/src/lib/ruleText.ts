import { ValueFunction } from '@maestro-conductor/plugin-readiness-common';

/** How a fact becomes points, in plain sentences. */
export function ruleText(rule: ValueFunction): string[] {
  switch (rule.function) {
    case 'linear':
      return [
        `Reads the fact ${rule.fact}.`,
        `No points at ${rule.zeroAt}, all points from ${rule.fullAt} on, in a straight line between.`,
      ];
    case 'recency':
      return [
        `Reads the time in the fact ${rule.fact}.`,
        `All points up to ${rule.fullDays} days after it, none from ${rule.zeroDays} days on, in a straight line between.`,
        ...(rule.requires ? [`The fact ${rule.requires} must be true.`] : []),
        ...(rule.lastOutcomeFact
          ? [
              `Where the last outcome, ${
                rule.lastOutcomeFact
              }, is false: at most ${rule.failedCap ?? 0} of the points.`,
            ]
          : []),
      ];
    case 'fresh-kinds':
      return [
        `The share of these kinds of evidence that are there and fresh: ${rule.kinds.join(
          ', ',
        )}.`,
      ];
    case 'is-true':
      return [
        `All points where the fact ${rule.fact} is true, none where not.`,
      ];
    case 'at-least':
      return [
        `All points where the fact ${rule.fact} is at least ${rule.minimum}, none below.`,
      ];
    case 'at-most':
      return [
        `All points where the fact ${rule.fact} is at most ${rule.maximum}, none above.`,
      ];
    default:
      return ['By a rule that this version of the screen does not know.'];
  }
}
