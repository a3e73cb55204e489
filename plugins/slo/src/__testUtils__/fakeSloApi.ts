import { SloApi } from '../api';
import {
  breachedItem,
  burningItem,
  sampleDetail,
  samplePage,
  sampleSeries,
  sampleTeam,
} from './sampleObjectives';

/** An SLO backend that knows five objectives and two teams; each method can be replaced. */
export function fakeSloApi(overrides: Partial<SloApi> = {}): SloApi {
  return {
    getObjectives: async ({ burning, statuses, limit }) => {
      if (limit === 1 && burning) return samplePage({ items: [burningItem] });
      if (limit === 1 && statuses) return samplePage({ items: [breachedItem] });
      return samplePage();
    },
    getObjective: async () => sampleDetail(),
    getSeries: async () => sampleSeries(),
    getTeams: async () => ({
      items: [
        sampleTeam({ groupRef: 'group:default/platform', title: 'Platform' }),
        sampleTeam(),
      ],
    }),
    ...overrides,
  };
}

/** What a client throws when the backend answers with this status. */
export function answer(statusCode: number, message = 'no'): Error {
  return Object.assign(new Error(message), { statusCode });
}
