import { Page } from '@playwright/test';

interface ListItem {
  [field: string]: unknown;
}

interface ManyOptions {
  /** Of the list that is asked for: `/api/readiness/v1/scores`. */
  path: string;
  /** How many items the list has. */
  totalItems: number;
  /** Makes the item at a place of the list, from 0, out of a real one. */
  copy(item: ListItem, index: number): ListItem;
}

/** Lets a list of the portal have as many items as told, in pages of the size that is asked for. */
export async function answerWithMany(
  page: Page,
  { path, totalItems, copy }: ManyOptions,
): Promise<void> {
  await page.route(
    url => url.pathname === path,
    async route => {
      const url = new URL(route.request().url());
      const start = Number(url.searchParams.get('cursor') ?? 0);
      const limit = Number(url.searchParams.get('limit') ?? 25);
      url.searchParams.delete('cursor');
      const response = await route.fetch({ url: url.href });
      const [item] = (await response.json()).items;
      const end = Math.min(start + limit, totalItems);
      await route.fulfill({
        response,
        json: {
          items: Array.from({ length: end - start }, (_, offset) =>
            copy(item, start + offset),
          ),
          totalItems,
          nextCursor: end < totalItems ? String(end) : undefined,
        },
      });
    },
  );
}
