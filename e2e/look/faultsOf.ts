import { AxeBuilder } from '@axe-core/playwright';
import { Page } from '@playwright/test';

/** What axe finds serious or critical, one line each: the rule, and where. */
export async function faultsOf(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.map(
        ({ target, html }) =>
          `${id}: ${target.join(' ')} ${html.slice(0, 200)}`,
      ),
    );
}
