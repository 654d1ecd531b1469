/** Every occurrence, a line each. */
import { readFile } from 'node:fs/promises';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { repositoryText } from './dist.ts';
import { expect, test } from './fixtures.ts';

const lines = (page: Page) => page.locator('[data-concordance-line]');
const done = (page: Page) =>
  page.locator('main search-view[data-search-state=done]').waitFor({ state: 'attached' });

/** The author’s words of a text without what Markdown adds. */
const authorsWords = (id: string) =>
  repositoryText(`content/sources/${id}/text.md`)
    .replace(/^(?:## \[.*|\[\^[^\]]+\]:[^]*?)$(?=\n\n|\n?$)/gm, ' ')
    .replace(/\[\^[^\]]+\]|:pb\[\d+\]| \^[ps]\d+[a-z]*$/gm, '')
    .toLowerCase();

for (const word of ['the', 'stalin', 'grain', 'proletariat', 'workers']) {
  test(`has every occurrence of “${word}” in the authors’ texts and none besides`, async ({ page }) => {
    await page.goto(`/search/?q=${word}&exact=1&view=concordance&whose=author`);
    await done(page);
    const ids = ['strong-1934', 'james-1937-13'];
    const count = ids.reduce(
      (sum, id) =>
        sum +
        [
          ...authorsWords(id).matchAll(
            new RegExp(`(?<![\\p{L}\\p{N}])${word}(?![\\p{L}\\p{N}’‘']\\p{L}|\\p{L})`, 'gu'),
          ),
        ].length,
      0,
    );
    await expect(lines(page)).toHaveCount(count);
    const hits = await lines(page).locator('mark').allTextContents();
    expect(new Set(hits.map((hit) => hit.toLowerCase()))).toEqual(new Set([word]));
    await expect(page.locator('main').getByRole('status')).toContainText(`${String(count)} occurrences`);
  });
}

test('is sorted by the word after, and the address keeps the order', async ({ page }) => {
  await page.goto('/search/?q=kulaks&exact=1&view=concordance');
  await done(page);
  await page.getByLabel('Sorted').selectOption('by the word after');
  await expect(page).toHaveURL(/order=after/);
  await done(page);
  const after = await lines(page)
    .locator('.concordance-right')
    .evaluateAll((cells) =>
      cells.map(
        (cell) => /[\p{L}\p{N}’]+/u.exec(cell.textContent)?.[0]?.toLowerCase().replace('’', '') ?? '',
      ),
    );
  expect(after.length).toBeGreaterThan(3);
  expect(after).toEqual([...after].sort(new Intl.Collator('en').compare));
});

test('shows more words on either side, and the address keeps it', async ({ page }) => {
  const words = async () =>
    (await lines(page).locator('.concordance-right').first().innerText()).split(/\s+/).length;
  await page.goto('/search/?q=kulaks&exact=1&view=concordance&whose=author');
  await done(page);
  expect(await words()).toBeLessThan(14);
  await page.getByLabel('On either side').selectOption('25 words');
  await expect(page).toHaveURL(/around=25/);
  await done(page);
  expect(await words()).toBeGreaterThan(20);
  await page.reload();
  await done(page);
  expect(await words()).toBeGreaterThan(20);
});

test('leads to the place, tells hands apart, and is saved as CSV', async ({ page }) => {
  await page.goto('/search/?q=kulaks&view=concordance');
  await done(page);
  const hands = new Set(
    await lines(page).evaluateAll((all) => all.map((line) => (line as HTMLElement).dataset['hand'])),
  );
  expect(hands).toEqual(new Set(['author', 'transcriber-note', 'editor-note']));
  await page.getByLabel('transcriber’s note').check();
  await done(page);
  await expect(lines(page).and(page.locator('[data-hand="author"]'))).toHaveCount(0);
  const number = await lines(page).count();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as CSV' }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe('concordance.csv');
  const rows = (await readFile(await file.path(), 'utf8')).trimEnd().split('\r\n');
  expect(rows).toHaveLength(number + 1);
  expect(rows[1]).toContain('"transcriber-note"');
  await lines(page).first().getByRole('link').click();
  await expect(page).toHaveURL(/\/notes\/strong-1934\/transcriber-\d\/$/);
});

for (const width of [390, 1440]) {
  test(`fits ${String(width)} px and has no fault that axe knows`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    await page.goto('/search/?q=kulak&view=concordance');
    await done(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    const { violations } = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'])
      .analyze();
    expect(
      violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id} ${target.join(' ')}`)),
    ).toEqual([]);
  });
}
