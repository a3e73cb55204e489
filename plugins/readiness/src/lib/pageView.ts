import { FILTER_FIELDS } from './scoreFilter';

/** The ways to look at readiness, in the order of the tabs. */
export const PAGE_VIEWS = ['teams', 'heat-map', 'services'] as const;

export type PageView = (typeof PAGE_VIEWS)[number];

/** The view that an address asks for. One that filters services and names no view means the list of services. */
export function pageView(params: URLSearchParams): PageView {
  const named = PAGE_VIEWS.find(view => view === params.get('view'));
  if (named) return named;
  const filters = [...FILTER_FIELDS, 'search'].some(field => params.get(field));
  return filters ? 'services' : 'teams';
}
