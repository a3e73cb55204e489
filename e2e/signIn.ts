import { expect, Page } from '@playwright/test';

/** Signs in as one of the sample people, through the identity provider's own page. */
export async function signIn(page: Page, person: string) {
  await page.goto('/');
  const popup = page.waitForEvent('popup');
  await page.getByRole('button', { name: /sign in/i }).click();
  const provider = await popup;
  await provider.getByRole('button', { name: new RegExp(person) }).click();
  await expect(
    page.getByRole('link', { name: 'Readiness' }).first(),
  ).toBeVisible();
}
