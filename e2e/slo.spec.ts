import { expect, Page, test } from '@playwright/test';
import { faultsOf } from './look/faultsOf';
import { look } from './look/look';
import { overflowOf } from './look/overflowOf';
import { signIn } from './signIn';

const MANY = 3_000;

const board = (page: Page) => page.getByRole('table', { name: 'Objectives' });

/** The sample counts are pushed and evaluated while the portal is in use already. */
async function openEvaluated(page: Page, path: string) {
  await expect(async () => {
    await page.goto(path);
    await expect(
      board(page).getByText('breached', { exact: true }).first(),
    ).toBeVisible({ timeout: 5_000 });
  }).toPass({ timeout: 120_000 });
}

test('a lead finds what burns in the own team, and why', async ({ page }) => {
  await signIn(page, 'Lars Lead');
  await openEvaluated(page, '/slo?view=board');

  // From the sidebar: the board of the own team.
  await page.getByRole('link', { name: 'SLOs', exact: true }).first().click();
  await expect(page).toHaveURL(/view=board&owner=group%3Adefault%2Ftrust-team/);
  await expect(
    page.getByRole('heading', { name: 'SLOs · Trust Team' }),
  ).toBeVisible();

  // What burns, and nothing else.
  await page
    .getByRole('button', { name: 'Burning now: show these only' })
    .click();
  await expect(page).toHaveURL(/burning=true/);
  const rows = board(page).getByRole('row').filter({ hasText: 'burning' });
  // The row of the names of the columns.
  await expect(
    board(page).getByRole('row').filter({ hasNotText: 'burning' }),
  ).toHaveCount(1);
  await expect(rows.first()).toContainText(/▲ .*, above its factor of/);

  // Why: the page of the objective, down to the counts behind its charts.
  const name = rows.first().getByRole('rowheader').getByRole('link').first();
  const title = await name.innerText();
  await name.click();
  await expect(page).toHaveURL(/\/slo\/objectives\/[0-9a-f]{16}$/);
  await expect(page.getByRole('heading', { name: title })).toBeVisible();
  const now = page.getByRole('region', { name: 'Now' });
  await expect(now.getByText('burning')).toBeVisible();
  await expect(now.getByText('What to do')).toBeVisible();
  await expect(page.getByText('Burn rate (×)')).toBeVisible();
  await page.getByRole('button', { name: 'Errors: show as a table' }).click();
  await expect(
    page.getByRole('table', { name: 'Errors' }).getByRole('row').nth(1),
  ).toContainText('UTC');
  await expect(
    page.getByRole('table', { name: 'Alert rows' }).getByText('fires').first(),
  ).toBeVisible();
  await expect(
    page.getByRole('region', { name: 'Document' }).getByText(/, line \d+/),
  ).toBeVisible();

  // On to the service, whose tab has all of its objectives.
  await now
    .getByRole('link', { name: 'All objectives of the service' })
    .click();
  await expect(page).toHaveURL(/\/catalog\/default\/component\/[^/]+\/slo/);
  await expect(
    board(page).getByRole('link', { name: title }).first(),
  ).toBeVisible();
});

test('teams lead to their boards, and the card of a group to its own', async ({
  page,
}) => {
  await signIn(page, 'Mona Manager');
  await openEvaluated(page, '/slo?view=board');
  await page.getByRole('tab', { name: 'Teams' }).click();
  const teams = page.getByRole('table', { name: 'Teams' });
  await teams.getByRole('link', { name: 'Platform' }).click();
  await expect(
    page.getByRole('heading', { name: 'SLOs · Platform' }),
  ).toBeVisible();

  await page.goto('/catalog/default/group/edge-team');
  await expect(
    page.getByRole('list', { name: 'Most urgent objectives' }),
  ).toBeVisible();
  await page.getByRole('link', { name: 'All objectives' }).click();
  await expect(
    page.getByRole('heading', { name: 'SLOs · Edge Team' }),
  ).toBeVisible();
});

test('3,000 objectives are paged on the server, on a phone too', async ({
  page,
}) => {
  await signIn(page, 'Lars Lead');
  await openEvaluated(page, '/slo?view=board');
  await page.route(
    url => url.pathname === '/api/slo/v1/objectives',
    async route => {
      const url = new URL(route.request().url());
      const start = Number(url.searchParams.get('cursor') ?? 0);
      const limit = Number(url.searchParams.get('limit'));
      url.searchParams.delete('cursor');
      const response = await route.fetch({ url: url.href });
      const body = await response.json();
      const [item] = body.items;
      await route.fulfill({
        response,
        json: {
          ...body,
          summary: { ...body.summary, total: MANY },
          items: Array.from({ length: limit }, (_, offset) => ({
            ...item,
            objective: {
              ...item.objective,
              id: String(start + offset).padStart(16, '0'),
              title: `Objective with a rather long name ${start + offset}`,
            },
          })),
          nextCursor: String(start + limit),
        },
      });
    },
  );
  await page.goto('/slo?view=board');
  await expect(page.getByText('25 of 3,000 objectives')).toBeVisible();
  await page.getByRole('button', { name: 'Next' }).click();
  await expect(board(page).getByText('rather long name 25')).toBeVisible();
  await look(page, { width: 390, theme: 'light' });
  expect(await overflowOf(page)).toBe(0);
  expect(await faultsOf(page)).toEqual([]);
  await page.getByRole('button', { name: 'Previous' }).click();
  await expect(board(page).getByText('long name 0')).toBeVisible();
});
