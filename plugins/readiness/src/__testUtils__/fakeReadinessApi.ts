import { ReadinessApi } from '../api';
import {
  sampleChanges,
  sampleDecision,
  sampleFacets,
  sampleHistory,
  sampleListItem,
  sampleScore,
  sampleScorecards,
  sampleTeam,
} from './sampleScores';

/** A readiness backend that knows one service and two teams; each method can be replaced. */
export function fakeReadinessApi(overrides: Partial<ReadinessApi> = {}) {
  const api: ReadinessApi = {
    getScore: async () => sampleScore(),
    getHistory: async () => sampleHistory,
    getDecisions: async () => ({ items: [sampleDecision()] }),
    getScorecards: async () => sampleScorecards,
    getScores: async () => ({ items: [sampleListItem()], totalItems: 1 }),
    getTeams: async () => ({
      items: [
        sampleTeam(),
        sampleTeam({
          groupRef: 'group:default/edge-team',
          title: 'Edge Team',
          parentRef: 'group:default/platform',
          depth: 1,
          services: 1,
          score: undefined,
          scored: 0,
          ready: 0,
        }),
      ],
      totalItems: 2,
    }),
    getTeam: async () => sampleTeam(),
    getFacets: async () => sampleFacets,
    getChanges: async () => sampleChanges(),
    getScoresFile: async () => ({
      blob: new Blob(['entity,title,score']),
      fileName: 'readiness-production-2020-03-08.csv',
    }),
    getSummary: async () => ({
      services: 5,
      scored: 4,
      ready: 1,
      threshold: 0.9,
      environment: 'production',
      evaluatedAt: '2020-03-08T10:00:00Z',
      byLevel: [
        { level: 'gold', services: 1 },
        { level: 'bronze', services: 2 },
        { level: undefined, services: 2 },
      ],
    }),
    ...overrides,
  };
  return api;
}

/** What a client throws when the backend answers with this status. */
export function answer(statusCode: number, message = 'no'): Error {
  return Object.assign(new Error(message), { statusCode });
}
