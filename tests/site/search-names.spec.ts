/** Today’s names and spellings find what the texts call otherwise. */
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';

interface Wanted {
  query: string;
  source: string;
  paragraphs: string[];
  notes: string[];
}
const table = JSON.parse(readFileSync('tests/fixtures/searches.json', 'utf8')) as Wanted[];
const byQuery = [...Map.groupBy(table, ({ query }) => query)];

/** The addresses that a query finds. */
async function found(page: Page, query: string): Promise<string[]> {
  await page.locator('main input[name=q]').fill(query);
  await page.locator('main search-view[data-search-state=searching]').waitFor({ state: 'attached' });
  await page.locator('main search-view[data-search-state=done]').waitFor({ state: 'attached' });
  return page
    .locator('[data-search-result] .search-head a')
    .evaluateAll((links) => (links as HTMLAnchorElement[]).map(({ pathname, hash }) => pathname + hash));
}

const parts = 8;
for (let part = 0; part < parts; part += 1) {
  test(`each of ${String(byQuery.length)} queries in today’s form finds all its places, part ${String(part + 1)}`, async ({
    page,
  }) => {
    test.setTimeout(180_000);
    await page.goto('/search/');
    const missed: string[] = [];
    for (const [query, wanted] of byQuery.filter((_, index) => index % parts === part)) {
      const results = new Set(await found(page, query));
      for (const { source, paragraphs, notes } of wanted) {
        const places = [
          ...paragraphs.map((anchor) => `/sources/${source}/#${anchor}`),
          ...notes.map((note) => `/notes/${source}/${note}/`),
        ];
        missed.push(...places.filter((place) => !results.has(place)).map((place) => `${query}: ${place}`));
      }
    }
    expect(missed).toEqual([]);
  });
}

test('the reader is told which other names were looked for, and may ask for what was typed alone', async ({
  page,
}) => {
  await page.goto('/search/?q=Bukharin');
  const also = page.locator('main .search-also');
  await expect(also).toContainText('Also searched: Bucharin');
  await expect(also).toContainText('Бухарин');
  const james = page.locator('[data-search-result]').filter({ hasText: 'James 1937, ch. 13, ¶ 11' });
  await expect(james).toContainText('another spelling or name');
  await expect(james.locator('mark')).toHaveText('Bucharin');

  await page.getByLabel('exact form only').check();
  await expect(page).toHaveURL('/search/?q=Bukharin&exact=1');
  await expect(also).toBeEmpty();
  await expect(james).toHaveCount(0);
});

test('the place that a name led to has the form of the text marked', async ({ page }) => {
  await page.goto('/search/?q=%D0%91%D1%83%D1%85%D0%B0%D1%80%D0%B8%D0%BD');
  await page.getByRole('link', { name: 'James 1937, ch. 13, ¶ 11' }).click();
  await expect
    .poll(() =>
      page.evaluate(() =>
        [...(CSS.highlights.get('search-hit') ?? [])].map((range) => (range as Range).toString()),
      ),
    )
    .toEqual(['Bucharin']);
});

test('what stands nowhere gets words like it, which lead on', async ({ page }) => {
  await page.goto('/search/?q=kulacs');
  await expect(page.locator('.search-help')).toContainText('“kulacs” stands nowhere.');
  await page.locator('.search-help').getByRole('link', { name: 'kulaks', exact: true }).click();
  await expect(page).toHaveURL('/search/?q=kulaks');
  await expect(page.locator('[data-search-result]').first()).toBeVisible();
});

for (const [query, has, lacks] of [
  ['collectiv* -peasants', 'collectiv', 'peasants'],
  ['kulak OR Stakhanov', '', ''],
  ['"party masses"~10', 'party', ''],
] as const) {
  test(`asks with signs: ${query}`, async ({ page }) => {
    await page.goto(`/search/?q=${encodeURIComponent(query)}`);
    await page.locator('main search-view[data-search-state=done]').waitFor({ state: 'attached' });
    const marks = await page.locator('[data-search-result] mark').allTextContents();
    expect(marks.length).toBeGreaterThan(0);
    for (const mark of marks) {
      if (has) expect(mark.toLowerCase()).toMatch(new RegExp(`${has}|masses`));
      if (lacks) expect(mark.toLowerCase()).not.toContain(lacks);
    }
  });
}

test('a browser can be told how to search the edition', async ({ page, request }) => {
  await page.goto('/');
  const path = (await page.locator('head link[rel="search"]').getAttribute('href')) ?? '';
  const description = await (await request.get(path)).text();
  const template = /template="([^"]+)"/.exec(description)?.[1] ?? '';
  await page.goto(template.replace(/^https?:\/\/[^/]+/, '').replace('{searchTerms}', 'kulak'));
  await expect(page.locator('[data-search-result]').first()).toBeVisible();
  await page.goto('/');
  const data = JSON.parse(
    (await page.locator('script[type="application/ld+json"]').textContent()) ?? '{}',
  ) as unknown;
  expect(data).toMatchObject({
    potentialAction: { target: { urlTemplate: expect.stringMatching(/\/search\/\?q=\{q\}$/) as unknown } },
  });
});
