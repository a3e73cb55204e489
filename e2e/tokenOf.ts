import { Page } from '@playwright/test';
import { signIn } from './signIn';

/** Signs in, and answers with the Backstage token that the portal's frontend works with. */
export async function tokenOf(page: Page, person: string): Promise<string> {
  const request = page.waitForRequest(
    candidate =>
      /\/api\/(catalog|readiness)\//.test(candidate.url()) &&
      !!candidate.headers().authorization,
  );
  await signIn(page, person);
  return (await request).headers().authorization.replace('Bearer ', '');
}
