import { expect, test } from '@playwright/test';
import { conductor } from './conductor';
import { signIn } from './signIn';
import { tokenOf } from './tokenOf';

test('a lead follows a score back to its artifact', async ({
  page,
  baseURL,
}) => {
  const asked = await conductor(baseURL!, [
    ...['gate', '--entity', 'policy-reasoner', '--env', 'production'],
    '--json',
  ]);
  const decision = JSON.parse(asked.stdout);

  await signIn(page, 'Lars Lead');

  // Catalog → service: the card says how it stands.
  await page.getByRole('link', { name: 'Catalog' }).first().click();
  await page.getByRole('link', { name: 'Policy Reasoner' }).first().click();
  await expect(
    page.getByRole('heading', { name: 'Policy Reasoner' }),
  ).toBeVisible();
  await expect(
    page.getByRole('heading', { name: 'Production readiness' }),
  ).toBeVisible();
  await expect(
    page.getByText(decision.score.toFixed(2), { exact: true }).first(),
  ).toBeVisible();

  // Service → readiness: what it is made of, and what the gate said.
  await page
    .getByRole('navigation', { name: 'Content navigation' })
    .getByRole('link', { name: 'Readiness' })
    .click();
  await expect(page).toHaveURL(/\/component\/policy-reasoner\/readiness/);
  const dimensions = page.getByRole('table', { name: 'Dimensions' });
  const loadTest = dimensions.getByRole('row', { name: /^Load test/ });
  await expect(loadTest).toContainText('partial');
  await expect(loadTest).toContainText('last run failed');
  await expect(
    page
      .getByRole('region', { name: 'Promotion to production' })
      .getByText('blocked'),
  ).toBeVisible();

  // Dimension → evidence: the artifact itself, with hash and producer.
  await dimensions
    .getByRole('row', { name: /^Test coverage/ })
    .getByRole('link', { name: 'coverage report' })
    .click();
  await expect(page).toHaveURL(/\/evidence\?.*record=/);
  await expect(page.getByText('ci-intelgraph').first()).toBeVisible();
  await expect(page.getByText('test.coverage.lines').first()).toBeVisible();
  const download = page.waitForEvent('download');
  await page
    .getByRole('button', { name: /^Download/ })
    .first()
    .click();
  expect((await download).suggestedFilename()).toMatch(/lcov/);

  // The team's list, sorted on the server.
  await page
    .getByRole('link', { name: 'Readiness', exact: true })
    .first()
    .click();
  await expect(
    page.getByRole('heading', { name: 'Readiness by team' }),
  ).toBeVisible();
  const trustTeam = page
    .getByRole('table', { name: 'Teams' })
    .getByRole('link', { name: 'Trust Team' });
  // A portal that has just started may still be reading its groups.
  await expect(async () => {
    await page.reload();
    await expect(trustTeam).toBeVisible({ timeout: 5_000 });
  }).toPass({ timeout: 60_000 });
  await trustTeam.click();
  await expect(page).toHaveURL(/owner=/);
  const services = page.getByRole('table', { name: 'Services' });
  await expect(services).toContainText('Policy Reasoner');
  await expect(services).toContainText('Provenance Ledger');
  await expect(services).not.toContainText('Gateway');
});

test('an engineer of another team may see the record, not the artifact', async ({
  page,
  baseURL,
}) => {
  const token = await tokenOf(page, 'Edda Engineer');
  const api = (path: string) =>
    page.request.get(`${baseURL}/api/evidence/v1/${path}`, {
      headers: { authorization: `Bearer ${token}` },
    });

  const records = await api('records?entity=llm-router&limit=1');
  expect(records.status()).toBe(200);
  const [record] = (await records.json()).items;
  expect((await api(`records/${record.id}`)).status()).toBe(200);
  expect((await api(`records/${record.id}/content`)).status()).toBe(403);

  const changes = await api('changes?after=0');
  expect(changes.status()).toBe(403);
});
