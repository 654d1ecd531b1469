/** Going through all places of a query in one text, on the page that shows it. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { readingPages } from './dist.ts';
import { expect, test } from './fixtures.ts';

const reading = '/sources/strong-1934/';
const bar = (page: Page) => page.getByRole('search', { name: 'This text and its notes' });
const field = (page: Page) => bar(page).getByRole('searchbox');
const status = (page: Page) => bar(page).getByRole('status');
const next = (page: Page) => bar(page).getByRole('button', { name: 'Next place' });
const previous = (page: Page) => bar(page).getByRole('button', { name: 'Previous place' });
const close = (page: Page) => bar(page).getByRole('button', { name: 'Close' });

async function open(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await expect(status(page)).not.toBeEmpty();
}

/** The words that the browser marks, and where the current one is. */
const marked = (page: Page) =>
  page.evaluate(() => {
    const ranges = (name: string) => [...(CSS.highlights.get(name) ?? [])] as Range[];
    const of = (range: Range | undefined) =>
      range?.startContainer.parentElement?.closest('p[id], .note')?.id ?? '';
    const [current] = ranges('within-current');
    return {
      arrived: ranges('search-hit').map(of),
      words: ranges('within').map((range) => range.toString().toLowerCase()),
      parts: ranges('within').map(of),
      current: { words: current?.toString() ?? '', part: of(current) },
    };
  });

/** Where the current words are in the window, and the bar. */
const boxes = (page: Page) =>
  page.evaluate(() => {
    const [current] = [...(CSS.highlights.get('within-current') ?? [])] as Range[];
    const box = current?.getBoundingClientRect();
    return {
      top: box?.top ?? -1,
      bottom: box?.bottom ?? -1,
      bar: document.querySelector('within-bar')?.getBoundingClientRect().top ?? 0,
    };
  });

test('the search panel first offers the places in this text, and goes through them', async ({ page }) => {
  await page.goto(reading);
  await page.keyboard.press('/');
  await page.keyboard.type('Stalin');
  const dialog = page.getByRole('dialog', { name: 'Search' });
  await expect(dialog.locator('[data-search-state=done]')).toBeAttached();
  const offer = dialog.getByRole('button', { name: /^In this text: \d+ places$/ });
  const count = Number(/\d+/.exec(await offer.innerText())?.[0]);
  expect(count).toBeGreaterThan(10);
  const [offerBox, resultBox] = [await offer.boundingBox(), await dialog.getByRole('status').boundingBox()];
  expect(offerBox?.y).toBeLessThan(resultBox?.y ?? 0);
  await offer.click();
  await expect(dialog).toBeHidden();
  await expect(status(page)).toHaveText(/^1 of /);
  await expect(status(page)).toContainText(`of ${count}, ¶`);
  await expect(next(page)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(status(page)).toContainText(`2 of ${count}`);
});

test('the search panel offers nothing where the words are not, and Enter leads to the page of search', async ({
  page,
}) => {
  await page.goto(reading);
  await page.keyboard.press('/');
  await page.keyboard.type('kulak');
  const dialog = page.getByRole('dialog', { name: 'Search' });
  const offer = dialog.getByRole('button', { name: /In this text/ });
  await expect(offer).toBeVisible();
  await dialog.getByRole('searchbox').fill('Bukharin');
  await expect(dialog.locator('mark').first()).toHaveText('Bucharin');
  await expect(offer).toBeHidden();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL('/search/?q=Bukharin');
});

test('a page that search led to marks its paragraph alone, and offers the rest', async ({ page }) => {
  await page.goto('/search/?q=kulak&source=strong-1934&whose=author');
  await page.locator('main [data-search-result] a', { hasText: /¶ 9$/ }).click();
  await expect(page).toHaveURL(/\?q=kulak#p9$/);
  const offer = page.getByRole('button', { name: /^In this text: \d+ places$/ });
  const count = Number(/\d+/.exec(await offer.innerText())?.[0]);
  expect(await marked(page)).toMatchObject({ arrived: ['p9', 'p9'], words: [] });
  await expect(bar(page)).toBeHidden();
  const [paragraph, after] = [
    await page.locator('#p9').boundingBox(),
    await page.locator('#p10').boundingBox(),
  ];
  const { y = 0, height = 0 } = (await offer.boundingBox()) ?? {};
  expect(y).toBeGreaterThanOrEqual((paragraph?.y ?? 0) + (paragraph?.height ?? 0));
  expect(y + height).toBeLessThanOrEqual(after?.y ?? 0);
  await offer.click();
  await expect(status(page)).toHaveText(`1 of ${count}, ¶ 9`);
  await expect(offer).toBeHidden();
  const { current, parts } = await marked(page);
  expect(current).toEqual({ words: 'kulaks', part: 'p9' });
  expect(new Set(parts).size).toBeGreaterThan(1);
});

test('the contents lead to the search of the text, which takes the whole language of queries', async ({
  page,
}) => {
  await page.goto(reading);
  const link = page
    .getByRole('navigation', { name: 'Contents' })
    .getByRole('link', { name: 'Search this text' });
  await expect(link).toHaveAttribute('href', '/search/?source=strong-1934');
  await link.click();
  await expect(field(page)).toBeFocused();
  await expect(bar(page)).toContainText('In the text and its own notes');
  for (const [query, words] of [
    ['"collective farm"', /^collective farms?$|^kolkhoz/],
    ['collectiv*', /^collectiv/],
    ['labour', /^labou?r/],
  ] as const) {
    await field(page).fill(query);
    await expect(page).toHaveURL((url) => url.searchParams.get('q') === query);
    await expect(status(page)).toHaveText(/^\d+ of \d+, /);
    const found = (await marked(page)).words;
    expect(found.length).toBeGreaterThan(0);
    for (const one of found) expect(one).toMatch(words);
  }
  await page.keyboard.press('Escape');
  await expect(bar(page)).toBeHidden();
});

test('Enter leads to the next place, Shift and Enter back, and around the ends, as is said', async ({
  page,
}) => {
  await open(page, `${reading}?q=planning&within=1`);
  const count = Number(/of (\d+)/.exec(await status(page).innerText())?.[1]);
  expect(count).toBeGreaterThan(1);
  await field(page).focus();
  for (let at = 2; at <= count; at += 1) {
    await page.keyboard.press('Enter');
    await expect(status(page)).toContainText(`${at} of ${count}, `);
  }
  await page.keyboard.press('Enter');
  await expect(status(page)).toContainText(`1 of ${count} (from the beginning), `);
  await page.keyboard.press('Shift+Enter');
  await expect(status(page)).toContainText(`${count} of ${count} (from the end), `);
  await previous(page).click();
  await expect(status(page)).toContainText(`${count - 1} of ${count}, `);
  await expect(field(page)).toHaveValue('planning');
});

test('notes are told by their hand, each counted once, and marked in the margin too', async ({ page }) => {
  await open(page, `${reading}?q=kulak&within=1#note-transcriber-2`);
  await expect(status(page)).toHaveText(/, transcriber’s note 2$/);
  const { words, parts } = await marked(page);
  const count = Number(/of (\d+)/.exec(await status(page).innerText())?.[1]);
  expect(words.length).toBeGreaterThan(count);
  expect(parts.filter((part) => part === '')).toEqual([]);
  await open(page, '/sources/james-1937-13/?q=Bukharin&within=1#note-author-1');
  await expect(bar(page)).toContainText('Also searched: ');
});

for (const { path, id } of readingPages) {
  test(`${path} counts what the concordance has lines for`, async ({ page }) => {
    test.setTimeout(120_000);
    for (const query of [
      'kulak',
      'the',
      'Stalin',
      '"collective farm"',
      '"would be"',
      'collectiv*',
      '"party workers"~10',
      'soviet OR council',
      'party -communist',
      'Bukharin',
      'GPU',
      'labour union',
      'Holodomor',
      '1934',
      'II',
    ]) {
      const asked = encodeURIComponent(query);
      await page.goto(`/search/?q=${asked}&view=concordance&source=${id}`);
      await page.locator('main search-view[data-search-state=done]').waitFor({ state: 'attached' });
      const lines = await page.locator('[data-concordance-line]:not([data-hand=editor-note])').count();
      await open(page, `${path}?q=${asked}&within=1`);
      await expect(status(page), query).toHaveText(
        lines > 0 ? new RegExp(`of ${lines}, `) : /^Not found here/,
      );
    }
  });
}

test('the address keeps the place, can be shared, and floods no history', async ({ page }) => {
  await open(page, `${reading}?q=kulak&within=2#p9`);
  await expect(status(page)).toHaveText(/^2 of \d+, ¶ 9$/);
  const before = await page.evaluate(() => history.length);
  await next(page).click();
  await next(page).click();
  const said = await status(page).innerText();
  await expect(page).toHaveURL(/\?q=kulak&within=\d+#/);
  expect(await page.evaluate(() => history.length)).toBe(before);
  const { current } = await marked(page);
  await page.reload();
  await expect(status(page)).toHaveText(said);
  expect((await marked(page)).current).toEqual(current);
  await close(page).click();
  await expect(page).toHaveURL(`${reading}#${current.part}`);
  expect(await page.evaluate(() => history.length)).toBe(before);
  expect((await marked(page)).words).toEqual([]);
});

test('an address for exact forms stays one', async ({ page }) => {
  await open(page, `${reading}?q=kulak&exact=1&within=1`);
  await expect(bar(page)).toContainText('exactly as typed');
  await expect(status(page)).toContainText('Not found here.');
  await expect(bar(page).getByRole('link', { name: 'Search the whole edition' })).toHaveAttribute(
    'href',
    '/search/?q=kulak&exact=1',
  );
  await field(page).fill('kulaks');
  await expect(status(page)).toHaveText(/^1 of \d+, ¶ 9$/);
  await expect(page).toHaveURL(`${reading}?q=kulaks&exact=1&within=1#p9`);
});

test('links within the page keep the search, which goes on from there', async ({ page }) => {
  await open(page, `${reading}?q=Stalin&within=1`);
  await page.getByRole('navigation', { name: 'Contents' }).getByRole('link', { name: /^V/ }).click();
  await expect(page).toHaveURL(`${reading}?q=Stalin&within=1#s5`);
  await next(page).click();
  await expect(status(page)).toContainText(/, ¶ (3[5-9]|4\d)$/);
});

test('Escape leaves the reader at the place, which is marked as an address marks it', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await open(page, `${reading}?q=Molvitino&within=1`);
  await next(page).click();
  const { part } = (await marked(page)).current;
  const top = await page.evaluate(() => window.scrollY);
  await page.keyboard.press('Escape');
  await expect(bar(page)).toBeHidden();
  await expect(page.locator(`#${part}`)).toBeFocused();
  await expect(page.locator('.cited')).toHaveId(part);
  expect(await page.evaluate(() => window.scrollY)).toBe(top);
});

test('Escape closes what stands over the page first', async ({ page }) => {
  await open(page, `${reading}?q=Molvitino&within=1`);
  await page.getByRole('banner').getByRole('link', { name: 'Search' }).click();
  const dialog = page.getByRole('dialog', { name: 'Search' });
  await expect(dialog).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(bar(page)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(bar(page)).toBeHidden();
});

test('the place is a link to read on from', async ({ page }) => {
  await open(page, `${reading}?q=Molvitino&within=1`);
  await status(page).getByRole('link').click();
  await expect(page.locator(`#${(await marked(page)).current.part}`)).toBeFocused();
  await expect(bar(page)).toBeVisible();
});

test('what cannot be answered is said', async ({ page }) => {
  await open(page, `${reading}?q=&within=1`);
  await expect(status(page)).toHaveText('Type a word or a phrase.');
  await field(page).fill('"“”');
  await expect(status(page)).toHaveText('There is no word to look for in this query.');
  await field(page).fill('xylophone');
  await expect(status(page)).toHaveText('Not found here. Search the whole edition');
  await field(page).fill('<b>kulaks</b>');
  await expect(status(page)).toHaveText(/^Not found here|^\d+ of/);
});

test.describe('without the other names', () => {
  test.use({ expectedErrors: [/names\.json/] });
  test('what is typed is found, and said to be all', async ({ page }) => {
    await page.route('**/names.json', (route) => route.fulfill({ status: 500 }));
    await open(page, `${reading}?q=kulak&within=1`);
    await expect(status(page)).toHaveText(/^1 of \d+, ¶ 9$/);
    await expect(bar(page)).toContainText('Other names could not be loaded.');
  });
});

test('where the browser cannot mark words, the paragraph is outlined and all else works', async ({
  page,
}) => {
  await page.addInitScript(() => {
    Reflect.deleteProperty(CSS, 'highlights');
  });
  await open(page, `${reading}?q=kulak&within=1`);
  expect(await page.evaluate(() => 'highlights' in CSS)).toBe(false);
  await expect(page.locator('#p9')).toHaveCSS('outline-style', 'solid');
  await previous(page).click();
  await expect(status(page)).toHaveText(/, transcriber’s note 3$/);
  await expect(page.locator('#note-transcriber-3')).toHaveCSS('outline-style', 'solid');
  await expect(page.locator('#p9')).toHaveCSS('outline-style', 'none');
  await close(page).click();
  await expect(page).toHaveURL(`${reading}#note-transcriber-3`);
});

for (const [width, height] of [
  [390, 844],
  [640, 450],
  [820, 1180],
  [1440, 900],
] as const) {
  test(`every place comes into sight above the bar, and no tick over the text, at ${width} px`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await open(page, `${reading}?q=dictatorship&within=1`);
    const count = Number(/of (\d+)/.exec(await status(page).innerText())?.[1]);
    for (let at = 2; at <= count; at += 1) {
      await next(page).click();
      await expect(status(page)).toContainText(`${at} of ${count}`);
      const { top, bottom, bar } = await boxes(page);
      expect(top).toBeGreaterThanOrEqual(0);
      expect(bottom).toBeLessThanOrEqual(bar);
    }
    const ticks = page.locator('.within-edge i');
    await expect(ticks).toHaveCount(count);
    const right = await page.evaluate(() => {
      const range = new Range();
      range.selectNodeContents(document.querySelector('.text') as Element);
      return Math.max(...[...range.getClientRects()].map((box) => box.right));
    });
    for (const box of await ticks.evaluateAll((all) => all.map((one) => one.getBoundingClientRect().left)))
      expect(box).toBeGreaterThanOrEqual(right);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  });
}

test('the edge of the window shows where the places are, and leads to them', async ({ page }) => {
  await open(page, `${reading}?q=Stalin&within=1`);
  const ticks = page.locator('.within-edge i');
  const tops = () =>
    ticks.evaluateAll((all) => all.map((one) => Math.round(one.getBoundingClientRect().top)));
  const before = await tops();
  expect(before).toEqual(before.toSorted((a, b) => a - b));
  expect(before.at(-1)).toBeGreaterThan((before[0] ?? 0) + 100);
  await ticks.last().click();
  await expect(status(page)).toContainText(`${before.length} of ${before.length}`);
  await expect(page.locator('.within-edge')).toHaveAttribute('aria-hidden', 'true');
  // What opens above the text moves all of it.
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
  });
  await expect.poll(tops).not.toEqual(before);
});

test('the numbers of paragraphs with places are marked, and the words of the page stay as they are', async ({
  page,
}) => {
  const words = () =>
    page.locator('article p[id]').evaluateAll((all) =>
      all.map((one) => {
        const copy = one.cloneNode(true) as Element;
        for (const apparatus of copy.querySelectorAll('[data-apparatus]')) apparatus.remove();
        return copy.textContent;
      }),
    );
  await page.goto(reading);
  const before = await words();
  await open(page, `${reading}?q=Molvitino&within=1`);
  expect(await words()).toEqual(before);
  const parts = new Set((await marked(page)).parts);
  const withMark = await page
    .locator('article p[id]')
    .evaluateAll((all) =>
      all
        .filter(
          (one) =>
            getComputedStyle(one.querySelector('.number') ?? one, '::before').borderTopStyle === 'solid',
        )
        .map(({ id }) => id),
    );
  expect(withMark).toEqual([...parts].filter((id) => /^p\d/.test(id)));
});

test('nothing of it is printed', async ({ page }) => {
  await open(page, `${reading}?q=kulak&within=1`);
  await page.emulateMedia({ media: 'print' });
  await expect(bar(page)).toBeHidden();
  await expect(page.locator('.within-edge')).toBeHidden();
});

test('nothing of it weighs on who merely reads', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(reading, { waitUntil: 'networkidle' });
  expect(asked.filter((path) => /within|names\.json|own-words/.test(path))).toEqual([]);
  // The helper that Vite would add weighs more than half as much as all these scripts.
  for (const path of asked.filter((path) => path.endsWith('.js')))
    expect(await (await page.request.get(path)).text(), path).not.toContain('vite:preloadError');
});

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [390, 820, 1440]) {
    test(`the bar has no fault that axe knows, ${colorScheme}, ${width} px`, async ({ page }) => {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await open(page, `${reading}?q=Stalin&within=1`);
      for (const one of await bar(page).getByRole('button').all()) {
        const box = await one.boundingBox();
        expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(24);
      }
      const { violations } = await new AxeBuilder({ page })
        .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
        .analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target.join(' '))])).toEqual(
        [],
      );
    });
  }
}
