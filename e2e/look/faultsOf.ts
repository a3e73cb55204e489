import { AxeBuilder } from '@axe-core/playwright';
import { Page } from '@playwright/test';

/** Backstage's own link to the notifications: the count of the unread ones that it shows is not in its name. */
const NOTIFICATIONS = 'a[href="/notifications"]';

/**
 * What axe finds serious or critical, one line each: the rule, and where.
 *
 * @param parts - Selectors of what to look at, each of which must be there; the whole page where absent.
 */
export async function faultsOf(
  page: Page,
  parts: readonly string[] = [],
): Promise<string[]> {
  const axe = new AxeBuilder({ page }).options({
    resultTypes: ['violations'],
  });
  parts.forEach(part => axe.include(part));
  axe.exclude(NOTIFICATIONS);
  const { violations } = await axe.analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.map(
        ({ target, html }) =>
          `${id}: ${target.join(' ')} ${html.slice(0, 200)}`,
      ),
    );
}
