import {
  GateDecision,
  GateReason,
} from '@maestro-conductor/plugin-readiness-common';
import { entityLink } from './entityLink';
import { formatScoreLine } from './formatScore';
import { table } from './table';

const COLOURS: Record<string, string> = {
  pass: '\u001b[32m',
  warn: '\u001b[33m',
  fail: '\u001b[31m',
};
const NO_COLOUR = '\u001b[39m';

/**
 * A decision for people: what was decided, the score beside the threshold, what stands in the way and what to do about it.
 *
 * @param options - `url` of the portal; `colour` where the terminal shows it.
 * @internal
 */
export function formatGate(
  decision: GateDecision,
  options: { url: string; colour: boolean },
): string {
  const where = [
    decision.environment,
    decision.commit && `commit ${decision.commit.slice(0, 12)}`,
  ].filter(Boolean);
  const text = table([
    ['decision', decision.decision.toUpperCase()],
    ['entity', `${decision.entityRef} (${where.join(', ')})`],
    ['score', formatScoreLine(decision)],
    ['id', decision.id],
    ['link', entityLink(options.url, decision.entityRef)],
  ]);
  const full =
    text +
    formatReasons('blockers', decision.blockers) +
    formatReasons('warnings', decision.warnings);
  return options.colour ? colourDecision(full, decision.decision) : full;
}

function formatReasons(title: string, reasons: GateReason[]): string {
  if (reasons.length === 0) return '';
  const rows = reasons.flatMap(reason => [
    ['  -', reason.dimension ?? reason.code, reason.message],
    ...(reason.nextStep ? [['', '', `do: ${reason.nextStep}`]] : []),
  ]);
  return `\n${title}\n${table(rows)}`;
}

function colourDecision(text: string, outcome: string): string {
  const colour = COLOURS[outcome];
  const word = outcome.toUpperCase();
  return colour ? text.replace(word, `${colour}${word}${NO_COLOUR}`) : text;
}
