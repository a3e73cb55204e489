import { ScorecardDefinition } from './scorecard';

/** What `GET /v1/scorecards` answers. @public */
export interface ScorecardsResponse {
  items: ScorecardDefinition[];
  environments: string[];
  defaultEnvironment: string;
  /** Why the configured definition cannot be used; `items` then hold the last good one, if there was one. */
  problem?: string;
}
