import { namesFilter } from './boardFilter';

/** The ways to look at objectives, in the order of the tabs. */
export const PAGE_VIEWS = ['board', 'teams'] as const;

export type PageView = (typeof PAGE_VIEWS)[number];

/** The view that an address asks for; undefined where it leaves that open: on a first visit. */
export function pageView(params: URLSearchParams): PageView | undefined {
  const named = PAGE_VIEWS.find(view => view === params.get('view'));
  if (named) return named;
  return namesFilter(params) ? 'board' : undefined;
}
