/** An edition that is too large to be read whole in the browser, or to be listed on single pages. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { writeSyntheticEdition } from '../../src/cli/bench/synthetic-edition.ts';
import { buildSite } from './build-site.ts';
import { expect, test } from './fixtures.ts';

/** So many that word index, notes, figures, timeline and mentions are all cut. */
const count = 28;

test.describe('an edition of many sources', () => {
  test.describe.configure({ mode: 'serial' });
  let root: string;
  let out: string;
  /** The words of the witnesses by source, which have a line for each paragraph and note. */
  let texts: Map<string, string>;

  test.beforeAll(async () => {
    test.setTimeout(180_000);
    root = await mkdtemp(join(tmpdir(), 'large-'));
    out = join(root, 'dist');
    await writeSyntheticEdition(root, { root: '.', count, seed: 5 });
    await buildSite(out, { EDITION_ROOT: root, EDITION_BOOKS: 'none' });
    const files = globSync('content/sources/*/witness.txt', { cwd: root });
    texts = new Map(
      files.map((file) => [file.split(/[\\/]/)[2] ?? '', readFileSync(join(root, file), 'utf8')]),
    );
  });
  test.afterAll(() => rm(root, { recursive: true, force: true }));

  let asked: string[] = [];
  test.beforeEach(async ({ page, baseURL }) => {
    asked = [];
    await page.route(`${baseURL ?? ''}/**`, (route) => {
      const { pathname } = new URL(route.request().url());
      const path = join(out, pathname.endsWith('/') ? `${pathname}index.html` : pathname);
      asked.push(pathname);
      return existsSync(path) ? route.fulfill({ path }) : route.fulfill({ status: 404 });
    });
  });

  const open = async (page: Page, query: string) => {
    await page.goto(`/search/?${query}`);
    await done(page);
  };
  const done = (page: Page) => expect(page.locator('main [data-search-state=done]')).toBeAttached();
  const lines = (page: Page) => page.locator('[data-concordance-line]');
  const status = (page: Page) => page.locator('main').getByRole('status');
  const sourcesRead = () => asked.filter((path) => /^\/sources\/.*\.json$/.test(path)).length;

  /** How often words stand in the witness of each source that has them. */
  const countsOf = (words: string): [id: string, count: number][] => {
    const sought = new RegExp(
      `(?<![\\p{L}\\p{N}]|[\\p{L}\\p{N}]['’])${words.replaceAll(' ', '[^\\p{L}\\p{N}]+')}(?!['’]?[\\p{L}\\p{N}])`,
      'giu',
    );
    return [...texts]
      .map(([id, text]): [string, number] => [id, [...text.matchAll(sought)].length])
      .filter(([, number]) => number > 0);
  };
  const total = (counts: [string, number][]) => counts.reduce((sum, [, number]) => sum + number, 0);
  const grouped = (number: number) => (number < 10_000 ? String(number) : number.toLocaleString('en'));

  for (const [query, words, exact] of [
    ['the', 'the', '&exact=1'],
    ['peasants', 'peasants', '&exact=1'],
    ['"of the party"', 'of the party', ''],
    ['Stalin', 'Stalin', '&exact=1'],
  ] as const) {
    test(`tells at once how often ${query} occurs, in all and in each source`, async ({ page }) => {
      const counts = countsOf(words);
      await open(page, `q=${encodeURIComponent(query)}&view=concordance${exact}`);
      const notes = await page
        .getByRole('radio', { name: /^editor’s note/ })
        .locator('..')
        .innerText();
      const inNotes = Number(/\d+$/.exec(notes.replaceAll(',', ''))?.[0]);
      await expect(status(page)).toContainText(`${grouped(total(counts) + inNotes)} occurrences`);
      await page.goto(`/search/?q=${encodeURIComponent(query)}&view=concordance${exact}&whose=author`);
      await done(page);
      const options = await page.getByRole('combobox', { name: 'Source' }).locator('option').allInnerTexts();
      expect(options).toHaveLength(new Set(counts.map(([id]) => id)).size + 1);
    });
  }

  test('reads no more sources than the lines that are wanted need, and in the end has every line', async ({
    page,
  }) => {
    const expected = total(countsOf('the'));
    await open(page, 'q=the&view=concordance&exact=1&whose=author');
    const inText = Number(/[\d,]+/.exec(await status(page).innerText())?.[0].replaceAll(',', ''));
    expect(inText).toBeLessThanOrEqual(expected);
    const first = await lines(page).count();
    expect(first).toBeGreaterThan(100);
    expect(first).toBeLessThan(inText);
    expect(sourcesRead()).toBeLessThan(count / 2);
    await page.keyboard.press('End');
    await expect.poll(() => lines(page).count()).toBeGreaterThan(first);
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save as CSV' }).click();
    const rows = (await readFile(await (await download).path(), 'utf8')).trimEnd().split('\r\n');
    expect(rows).toHaveLength(inText + 1);
  });

  test('sorts all lines by the word after', async ({ page }) => {
    await open(page, 'q=workers&view=concordance&exact=1&order=after');
    const after = await lines(page)
      .locator('.concordance-right')
      .evaluateAll((cells) =>
        cells.map(
          (cell) =>
            /[\p{L}\p{N}][\p{L}\p{N}’]*/u.exec(cell.textContent)?.[0]?.toLowerCase().replace('’', '') ?? '',
        ),
      );
    expect(after.length).toBeGreaterThan(100);
    expect(after).toEqual([...after].sort(new Intl.Collator('en').compare));
  });

  test('lists results with exact numbers beside every filter, each of which holds', async ({ page }) => {
    await open(page, 'q=peasants');
    const found = Number(/\d+/.exec(await status(page).innerText())?.[0]);
    expect(found).toBeGreaterThan(200);
    await expect(page.locator('[data-search-result]')).toHaveCount(200);
    for (const [name, pattern] of [
      ['Source', /^(?!all).* \((\d+)\)$/],
      ['Year', /^\d{4} \((\d+)\)$/],
    ] as const) {
      const select = page.getByRole('combobox', { name });
      const option = select.locator('option', { hasText: pattern }).first();
      const number = Number(pattern.exec((await option.textContent()) ?? '')?.[1]);
      await select.selectOption((await option.getAttribute('value')) ?? '');
      await done(page);
      await expect(page.locator('[data-search-result]')).toHaveCount(number);
      await select.selectOption('');
      await done(page);
    }
    const named = page.getByRole('combobox', { name: 'Names' });
    await named.selectOption('people/leon-trotsky');
    await expect(page).toHaveURL(/mentions=people%2Fleon-trotsky/);
    await done(page);
    const shown = await page.locator('[data-search-result]').count();
    expect(shown).toBeGreaterThan(3);
    await expect(status(page)).toContainText(`${String(shown)} results`);
    await page.reload();
    await done(page);
    await expect(named).toHaveValue('people/leon-trotsky');
    await expect(page.locator('[data-search-result]')).toHaveCount(shown);
  });

  test('offers the nearest words of its vocabulary where nothing is found', async ({ page }) => {
    await open(page, 'q=peasnats');
    await expect(page.locator('main').getByRole('link', { name: 'peasants' })).toBeVisible();
    expect(sourcesRead()).toBe(0);
  });

  test('a name that stands everywhere is shown in its first places, and leads to all others', async ({
    page,
  }) => {
    await page.goto('/people/joseph-stalin/');
    const others = page.getByRole('region', { name: /^In \d+ other sources$/ });
    const shown = await page.locator('section[aria-labelledby^="in-"]').count();
    const links = others.locator('.entries a');
    // The heading of the others is a section too.
    const named = shown - 1 + (await links.count());
    const { mentions } = JSON.parse(
      readFileSync(join(out, 'people/joseph-stalin/joseph-stalin.json'), 'utf8'),
    ) as { mentions: { source: string }[] };
    expect(named).toBe(new Set(mentions.map(({ source }) => source)).size);
    await links.last().click();
    await expect(page).toHaveURL(/\/sources\/[^/]+\/names\/#person-joseph-stalin$/);
    await expect(page.locator(':target')).toContainText('Stalin, Joseph');
  });

  test('the address of a figure leads on to the table of its source', async ({ page }) => {
    const { claims } = JSON.parse(readFileSync(join(out, 'figures/claims.json'), 'utf8')) as {
      claims: { entry: string; quote: string }[];
    };
    const { entry = '', quote = '' } = claims.at(-1) ?? {};
    const { pathname, hash } = new URL(entry);
    await page.goto(pathname + hash);
    await expect(page).toHaveURL(/\/sources\/[^/]+\/figures\/#.+--.+$/);
    await expect(page.locator(':target')).toContainText(quote);
  });

  test('notes stand by source, and the list of sources can be narrowed', async ({ page }) => {
    await page.goto('/notes/');
    const sources = page.locator('.entries a:visible');
    await expect(sources).toHaveCount(count);
    const name = await sources.nth(5).innerText();
    await page.getByRole('searchbox', { name: 'Show only sources called' }).fill(name);
    await expect(sources).toHaveCount(1);
    await sources.click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Notes on ${name}`);
    await expect(page.locator('link[rel=prev]')).toHaveCount(1);
    await expect(page.locator('link[rel=next]')).toHaveCount(1);
  });

  test('the timeline leads to a year, and on to the next', async ({ page }) => {
    await page.goto('/timeline/#kirov-murder');
    const event = page.locator(':target');
    const name = await event.innerText();
    await event.click();
    await expect(page).toHaveURL(/\/timeline\/1934\/#kirov-murder$/);
    await expect(page.locator(':target')).toContainText(name);
    await page.locator('main a[rel=next]').click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('1935');
  });
});
