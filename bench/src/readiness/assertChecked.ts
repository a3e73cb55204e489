import { PEER_CHECKS } from './rules';

const CHECKS = Object.keys(PEER_CHECKS).length;

/** Throws unless the peer's bulk answer holds a result of each check for each entity. */
export function assertChecked(body: string, entities: number): void {
  const answers: { results: unknown[] }[] = JSON.parse(body);
  const complete = answers.filter(
    ({ results }) => results.length === CHECKS,
  ).length;
  if (complete !== entities) {
    throw new Error(`The peer checked ${complete} entities, not ${entities}`);
  }
}
