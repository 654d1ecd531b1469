/** Queries that attack get a calm answer, as a list and as a concordance, through the address and typed. */
import type { Page } from '@playwright/test';
import { hostileQueries, hugeQueries } from '../hostile-queries.ts';
import { expect, test } from './fixtures.ts';

/** What a search field keeps of a text: no ends of lines. */
const kept = (query: string): string => query.replace(/[\n\r]/g, '');
/** As an address carries it: half a character becomes a mark. */
const inAddress = (query: string): string => kept(query).toWellFormed();

async function expectCalm(page: Page, query: string): Promise<void> {
  const view = page.locator('main search-view');
  await expect(page.locator('main search-view[data-search-state=done]')).toBeAttached();
  await expect(page.locator('main input[name=q]')).toHaveValue(query);
  await expect(view.locator('script, img, svg, iframe, object, style, b')).toHaveCount(0);
  expect(await page.evaluate(() => 'searchBroken' in window)).toBe(false);
  const answers = view.locator('[data-search-result], [data-concordance-line]');
  // What cannot be answered is said.
  if ((await answers.count()) === 0)
    await expect(view.getByRole('status')).toHaveText(
      /There is no word|No paragraph or note|occur nowhere|Nothing found/,
    );
  await expect(view.getByRole('status')).not.toContainText('could not be loaded');
  if (query.trim().length > 500)
    await expect(view.getByRole('status')).toContainText('Only the first 500 characters');
}

for (const view of ['list', 'concordance'] as const) {
  const search = view === 'list' ? '' : '&view=concordance';

  test(`queries in the address, as a ${view}`, async ({ page }) => {
    test.setTimeout(120_000);
    for (const [name, query] of Object.entries(hostileQueries)) {
      await test.step(name, async () => {
        await page.goto(`/search/?q=${encodeURIComponent(inAddress(query))}${search}`);
        await expectCalm(page, inAddress(query));
      });
    }
  });

  test(`queries that are typed, as a ${view}`, async ({ page }) => {
    test.setTimeout(120_000);
    await page.goto(`/search/?q=kulak${search}`);
    for (const [name, query] of [...Object.entries(hostileQueries), ...Object.entries(hugeQueries)]) {
      await test.step(name, async () => {
        await page.locator('main input[name=q]').fill(query);
        await page.locator('main input[name=q]').press('Enter');
        await expectCalm(page, kept(query));
      });
    }
    await page.locator('main input[name=q]').fill('kulak');
    await expect(page.locator('main mark').first()).toHaveText(/kulak/i);
  });
}
