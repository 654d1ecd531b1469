/** Search in the hands of its readers: filters, history, keys, odd queries, and nothing before it is wanted. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { readingPages, textOf } from './dist.ts';
import { expect, test } from './fixtures.ts';

const reading = readingPages[0]?.path ?? '/';
const results = (page: Page) => page.locator('main [data-search-result]');
const status = (page: Page) => page.locator('main').getByRole('status');
const box = (page: Page) => page.locator('main').getByRole('searchbox');

async function settled(page: Page): Promise<void> {
  await expect(page.locator('main [data-search-state=done]')).toBeAttached();
}

async function open(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await settled(page);
}

test('each result says whose words it shows, from which paragraph or note, with the words marked', async ({
  page,
}) => {
  await open(page, '/search/?q=kulaks');
  const all = await results(page).all();
  expect(all.length).toBeGreaterThan(5);
  for (const one of all) {
    const hand = (await one.getAttribute('data-hand')) ?? '';
    const words = {
      author: 'author’s text',
      'author-note': 'author’s note',
      'transcriber-note': 'transcriber’s note',
      'editor-note': 'editor’s note',
    }[hand];
    expect(words).toBeDefined();
    await expect(one).toContainText(words ?? '');
    if (hand === 'author') await expect(one.getByRole('link')).toHaveText(/, ¶ \d+[a-z]*$/);
    await expect(one.locator('mark').first()).toHaveText(/kulak/i);
    expect(await one.getByRole('link').getAttribute('href')).toMatch(
      hand === 'author' ? /^\/sources\/[^/]+\/\?q=kulaks#p\d+/ : /^\/notes\/[^/]+\/[^/]+\/\?q=kulaks$/,
    );
  }
});

test('the number of results is announced, paragraphs before notes', async ({ page }) => {
  await open(page, '/search/?q=Stalin');
  const hands = await results(page).evaluateAll((all) =>
    all.map((one) => (one as HTMLElement).dataset['hand'] === 'author'),
  );
  const paragraphs = hands.filter(Boolean).length;
  await expect(status(page)).toHaveText(
    `${hands.length} results: ${paragraphs} in the text, ${hands.length - paragraphs} in notes.`,
  );
  expect(hands).toEqual(hands.toSorted((a, b) => Number(b) - Number(a)));
});

test('a common word shows all it finds', async ({ page }) => {
  await open(page, '/search/?q=the');
  expect(await results(page).count()).toBeGreaterThan(100);
});

test('a note is marked on its own page', async ({ page }) => {
  await open(page, '/search/?q=chistka&whose=editor-note');
  await results(page).first().getByRole('link').click();
  await expect(page).toHaveURL(/\/notes\/.+\?q=chistka$/);
  await page.waitForFunction(() => (CSS.highlights.get('search-hit')?.size ?? 0) > 0);
});

test('filters by hand and by source, with what each would show beside it', async ({ page }) => {
  await open(page, '/search/?q=Stalin');
  const total = await results(page).count();
  const choice = page.getByRole('radio', { name: /^editor’s note \d+$/ });
  const expected = Number((await choice.locator('..').innerText()).match(/\d+$/)?.[0]);
  await choice.check();
  await settled(page);
  await expect(page).toHaveURL('/search/?q=Stalin&whose=editor-note');
  await expect(results(page)).toHaveCount(expected);
  expect(expected).toBeLessThan(total);

  const source = page.getByRole('combobox', { name: 'Source' });
  await source.selectOption({ index: 1 });
  await settled(page);
  const id = await source.inputValue();
  await expect(page).toHaveURL(`/search/?q=Stalin&whose=editor-note&source=${id}`);
  for (const href of await results(page).evaluateAll((all) =>
    all.map((one) => one.querySelector('a')?.getAttribute('href')),
  )) {
    expect(href).toMatch(new RegExp(`^/notes/${id}/`));
  }
  await page.reload();
  await settled(page);
  await expect(choice).toBeChecked();
  await expect(source).toHaveValue(id);
});

test('a filter that the edition does not know is left aside, and said', async ({ page }) => {
  await open(page, '/search/?q=Stalin&whose=nobody&source=pravda-1930');
  await expect(status(page)).toContainText('“nobody”');
  await expect(status(page)).toContainText('“pravda-1930”');
  expect(await results(page).count()).toBeGreaterThan(5);
});

test('back and forward lead through the queries that were sent', async ({ page }) => {
  await open(page, '/search/?q=kulak');
  const first = await results(page).count();
  await box(page).fill('Kirov');
  await expect(page).toHaveURL('/search/?q=Kirov');
  await box(page).fill('Komsomol');
  await box(page).press('Enter');
  await expect(page).toHaveURL('/search/?q=Komsomol');
  await settled(page);
  await page.goBack();
  await expect(box(page)).toHaveValue('kulak');
  await expect(page).toHaveURL('/search/?q=kulak');
  await expect(results(page)).toHaveCount(first);
  await page.goForward();
  await expect(box(page)).toHaveValue('Komsomol');
  await expect(page.locator('main mark', { hasText: /komsomol/i }).first()).toBeVisible();
});

test('results are shown while a reader types', async ({ page }) => {
  await open(page, '/search/');
  await box(page).pressSequentially('famine');
  await expect(page.locator('main mark').first()).toHaveText(/famine/i);
  await expect(page).toHaveURL('/search/?q=famine');
});

const script = '<script>window.searchBroken = true</script><img src=x onerror="window.searchBroken = true">';
for (const [name, query, answer] of [
  ['nothing', '', ''],
  ['quotation marks alone', '"“”\'«»"', 'There is no word'],
  ['an open quotation mark', '"', 'There is no word'],
  ['emoji', '🙂👩‍👩‍👧🏽', 'There is no word'],
  ['marks without letters', '\u0301\u2060\uD800 - …', 'There is no word'],
  ['markup', script, 'No paragraph or note'],
  ['ten thousand characters', 'collective farm '.repeat(625), 'Only the first 500 characters'],
  ['ten thousand letters', 'a'.repeat(10_000), 'Only the first 500 characters'],
  ['one letter', 'z', ''],
  ['a regular expression', '(.*)+[a-z', ''],
  ['names of the language', '__proto__ constructor toString', 'No paragraph or note'],
] as const) {
  test(`gives a calm answer to ${name}`, async ({ page }) => {
    await open(page, `/search/?q=${encodeURIComponent(query.replace('\uD800', '\uFFFD'))}`);
    await expect(status(page)).toContainText(answer);
    await box(page).fill(query);
    await box(page).press('Enter');
    await settled(page);
    await expect(status(page)).toContainText(answer);
    expect(await page.evaluate(() => 'searchBroken' in window)).toBe(false);
  });
}

test('the key / opens search on a page that is read, arrows lead through it, Escape closes it', async ({
  page,
}) => {
  await page.goto(reading);
  await page.keyboard.press('/');
  const dialog = page.getByRole('dialog', { name: 'Search' });
  const input = dialog.getByRole('searchbox');
  await expect(input).toBeFocused();
  // No name: the register would be offered first.
  await page.keyboard.type('questions/');
  await expect(input).toHaveValue('questions/');
  await expect(dialog.locator('[data-search-state=done]')).toBeAttached();
  const links = dialog.locator('[data-search-result] a');
  await page.keyboard.press('ArrowDown');
  await expect(links.nth(0)).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(links.nth(1)).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await expect(input).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await page.keyboard.press('/');
  await page.keyboard.type('kulak');
  await expect(dialog.getByRole('link', { name: /page of their own|All \d+ results/ })).toHaveAttribute(
    'href',
    /\/search\/\?q=kulak$/,
  );
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL('/search/?q=kulak');
});

test('the link in the head of a page opens search there', async ({ page }) => {
  await page.goto(reading);
  await page.getByRole('banner').getByRole('link', { name: 'Search' }).click();
  await expect(page.getByRole('dialog', { name: 'Search' }).getByRole('searchbox')).toBeFocused();
  await expect(page).toHaveURL(reading);
  await page.getByRole('button', { name: 'Close search' }).click();
  await expect(page.getByRole('dialog', { name: 'Search' })).toBeHidden();
});

test('the key / can be turned off', async ({ page }) => {
  await open(page, '/search/');
  await page.getByRole('checkbox', { name: /The key/ }).uncheck();
  await page.goto(reading);
  await page.keyboard.press('/');
  await expect(page.getByRole('dialog', { name: 'Search' })).toBeHidden();
});

test('a page that is merely read loads nothing of search', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  for (const path of ['/', reading]) {
    await page.goto(path, { waitUntil: 'networkidle' });
    await page.mouse.wheel(0, 2000);
    await page.keyboard.press('Tab');
  }
  expect(asked.filter((path) => /pagefind|records\.json|search\.|landing/.test(path))).toEqual([]);
});

test('the field of the home page loads search when it is used, and leads to its page', async ({ page }) => {
  await page.goto('/');
  const loaded = page.waitForResponse(/pagefind\.js$/);
  await box(page).focus();
  await loaded;
  await box(page).fill('"would be"');
  await box(page).press('Enter');
  await expect(page).toHaveURL('/search/?q=%22would+be%22');
  await settled(page);
  await expect(page.locator('main mark', { hasText: 'would-be' }).first()).toBeVisible();
});

test.describe('without its files', () => {
  test.use({ expectedErrors: [/pagefind/] });
  test('search says that it could not be loaded', async ({ page }) => {
    await page.route('**/pagefind/**', (route) => route.fulfill({ status: 404 }));
    await open(page, '/search/?q=kulak');
    await expect(status(page)).toContainText('could not be loaded');
  });
});

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [390, 1440]) {
    test(`results have no fault that axe knows, ${colorScheme}, ${width} px`, async ({ page }) => {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await open(page, '/search/?q=kulak');
      const ofPage = await new AxeBuilder({ page }).analyze();
      expect(
        ofPage.violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target.join(' '))]),
      ).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);

      await page.goto(reading);
      await page.keyboard.press('/');
      await page.keyboard.type('kulak');
      await expect(page.locator('dialog [data-search-state=done]')).toBeAttached();
      const ofDialog = await new AxeBuilder({ page }).include('dialog').analyze();
      expect(
        ofDialog.violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target.join(' '))]),
      ).toEqual([]);
    });
  }
}

test('without JavaScript, the page of search says what it needs and where the texts are', () => {
  const served = textOf('/search/');
  expect(/<noscript>([\s\S]*)<\/noscript>/.exec(served)?.[1]).toMatch(
    /Search needs JavaScript[\s\S]*href="\/sources\/"/,
  );
  expect(served).not.toContain('data-search-state');
});
