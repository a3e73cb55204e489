import { ObjectivePage } from '@maestro-conductor/plugin-slo-common';

/** The environments to choose from: all that there are where the server says so, else those of the page. */
export function environmentsOf(
  page: Pick<ObjectivePage, 'environments' | 'items'> | undefined,
): string[] {
  if (!page) return [];
  const seen = page.items.map(({ objective }) => objective.environment);
  return page.environments ?? [...new Set(seen)].sort();
}
