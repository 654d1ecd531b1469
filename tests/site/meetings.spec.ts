/** Where the texts meet: the mark in the margin, and both texts in parallel. */
import { expect, test } from './fixtures.ts';

const compare = '/compare/strong-1934/james-1937-13/';

test('a paragraph that a topic uses leads to what the other text says', async ({ page }) => {
  await page.goto('/sources/strong-1934/#p46');
  await page.locator('#p46 .meets').click();
  const popover = page.getByRole('dialog', { name: 'Topics, ¶ 46' });
  const other = popover.getByRole('link', { name: /^James 1937, ch. 13, ¶/ }).first();
  await other.click();
  await expect(page).toHaveURL(/\/sources\/james-1937-13\/#p\d+$/);
});

test('without script the mark leads to the same on a page', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, ...(baseURL && { baseURL }) });
  const page = await context.newPage();
  await page.goto('/sources/strong-1934/');
  await page.locator('#p46 .meets').click();
  await expect(page).toHaveURL(/\/sources\/strong-1934\/topics\/#p46$/);
  await expect(page.locator('#p46')).toContainText('James 1937, ch. 13');
  await context.close();
});

test('both columns go to a point that is chosen', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(compare);
  await page.getByLabel('Both on').selectOption({ index: 1 });
  const lit = page.locator('[data-lit]');
  const sources = await lit.evaluateAll((paragraphs) => [
    ...new Set(paragraphs.map((paragraph) => paragraph.id.split('.')[0])),
  ]);
  expect(sources).toEqual(['strong-1934', 'james-1937-13']);
  for (const source of sources)
    await expect(page.locator(`[id^="${String(source)}."][data-lit]`).first()).toBeInViewport();
});

test('the other text follows the one that is scrolled, unless they are apart', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(compare);
  const [left, right] = [page.locator('.column').first(), page.locator('.column').last()];
  const scrolled = () => right.evaluate(({ scrollTop }) => scrollTop);
  const to = async (id: string) => {
    await left.hover();
    await left.evaluate((column, anchor) => {
      column.dispatchEvent(new WheelEvent('wheel'));
      const paragraph = document.getElementById(anchor);
      if (paragraph)
        column.scrollTop += paragraph.getBoundingClientRect().top - column.getBoundingClientRect().top;
    }, id);
  };
  await to('strong-1934.p46');
  await expect(page.locator('[id^="james-1937-13."][data-lit]').first()).toBeInViewport();
  await page.getByLabel('Scroll together by topic').uncheck();
  const before = await scrolled();
  await to('strong-1934.p9');
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  expect(await scrolled()).toBe(before);
});

test('each paragraph in parallel has the words of the text', async ({ page }) => {
  await page.goto(compare);
  const wordsOf = (selector: string) =>
    page.locator(selector).evaluateAll((paragraphs) =>
      paragraphs.map((paragraph) => {
        const copy = paragraph.cloneNode(true) as Element;
        for (const other of copy.querySelectorAll('[data-apparatus]')) other.remove();
        return copy.textContent;
      }),
    );
  const parallel = await wordsOf('p[id^="strong-1934.p"]');
  await page.goto('/sources/strong-1934/');
  expect(parallel).toEqual(await wordsOf('article p[id]'));
});

test('on a phone the texts stand one after the other, and links go between them', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(compare);
  await page.locator('[id="strong-1934.p46"] + .meeting a').first().click();
  await expect(page.locator('p:target')).toBeInViewport();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});
