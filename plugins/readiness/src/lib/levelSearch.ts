import { writeScoreFilter } from './scoreFilter';

/** The search part of an address that lists the services of a level, from the first page; what is not a filter stays. */
export function levelSearch(search: string, level: string): string {
  const params = writeScoreFilter(new URLSearchParams(search), {
    level: [level],
  });
  params.set('view', 'services');
  return `?${params}`;
}
