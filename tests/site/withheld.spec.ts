/**
 * Sites that withhold words, built whole and searched file by file, whatever a file is written in: no word
 * more than the limits allow stands anywhere.
 */
import { existsSync } from 'node:fs';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { readContent } from '../../src/content-files.ts';
import { assemble } from '../../src/edition/assemble.ts';
import type { Edition } from '../../src/edition/model.ts';
import { QUOTED_SHARE, QUOTED_WORDS, type RightsPolicy } from '../../src/edition/rights.ts';
import { withhold } from '../../src/edition/withhold.ts';
import { canReadPdf, wordsIn } from '../built-words.ts';
import { allowedStrings, look, passagesOf, RUN, runsOf, type Passage } from '../withheld-words.ts';
import { buildSite } from './build-site.ts';
import { repositoryFile } from './dist.ts';
import { expect, test } from './fixtures.ts';

if (!canReadPdf()) console.warn('pdftotext is not installed: the words of PDF files were not searched');

interface Built {
  out: string;
  told: string;
  shown: Edition;
  passages: Passage[];
}

/** Builds an edition and assembles what of it may be shown. */
async function build(
  root: string,
  out: string,
  policy: RightsPolicy,
  hands: (edition: Edition) => Passage[],
): Promise<Built> {
  const told = await buildSite(out, { EDITION_ROOT: root, EDITION_RIGHTS: policy });
  const { edition } = assemble(await readContent(root)) as { edition: Edition };
  return { out, told, shown: withhold(edition, policy), passages: hands(edition) };
}

/** What of the passages may not stand anywhere and does: runs of words, and words that stand nowhere else. */
async function leaks(root: string, { out, shown, passages }: Built) {
  const allowed = allowedStrings(shown, await readContent(root)).map(wordsIn);
  const known = new Set(allowed.flat());
  const secret = new Set(
    passages.flatMap(({ words }) => words).filter((word) => word.length > 4 && !known.has(word)),
  );
  const found = look(out, passages, secret);
  // A word beside a quotation may be the next one of the text by chance.
  const quoted = new Set(allowed.flatMap((words) => runsOf(words, RUN - 1)));
  const runs = [...found.runs].filter(([run]) => {
    const words = run.split(' ');
    return !quoted.has(words.slice(1).join(' ')) && !quoted.has(words.slice(0, -1).join(' '));
  });
  return { runs, words: [...found.words], secret, found };
}

test.describe('a site that shows only what is cleared', () => {
  test.describe.configure({ mode: 'serial', timeout: 240_000 });
  const root = resolve(repositoryFile('.'));
  let built: Built;
  let out: string;

  test.beforeAll(async () => {
    out = await mkdtemp(join(tmpdir(), 'cleared-'));
    const all = ({ sources }: Edition) =>
      sources.flatMap((source) => [...passagesOf(source, 'author'), ...passagesOf(source, 'transcriber')]);
    built = await build(root, out, 'cleared-only', all);
  });
  test.afterAll(() => rm(out, { recursive: true, force: true }));

  test('holds none of the withheld words in any file, but short quotations', async () => {
    const { runs, words, secret, found } = await leaks(root, built);
    expect(runs).toEqual([]);
    expect(words).toEqual([]);
    expect(secret.size).toBeGreaterThan(500);
    const all = new Set(built.passages.flatMap((passage) => runsOf(passage.words)));
    const share = found.runs.size / all.size;
    test.info().annotations.push({
      type: 'searched',
      description: `${String(found.texts)} texts: of ${String(all.size)} runs of ${String(RUN)} words ${String(found.runs.size)} in quotations (${(share * 100).toFixed(1)}%); of ${String(secret.size)} words found nowhere else, none`,
    });
    // The quotations are found, so the search works; and they are few.
    expect(found.runs.size).toBeGreaterThan(50);
    expect(share).toBeLessThan(QUOTED_SHARE);
  });

  test('the same search finds every word of a site that shows all', () => {
    const { runs } = look(repositoryFile('dist'), built.passages, new Set());
    const all = new Set(built.passages.flatMap((passage) => runsOf(passage.words)));
    expect(runs.size).toBe(all.size);
  });

  test('quotes no more at once than the limit', () => {
    const length = QUOTED_WORDS + 8;
    // Some words of a text, divided by white space, are several here.
    expect([...look(out, built.passages, new Set(), length).runs.keys()]).toEqual([]);
  });

  test('keeps every address, which says how many words are not shown', async () => {
    for (const { id, paragraphs } of built.shown.sources) {
      const html = await readFile(join(out, 'sources', id, 'index.html'), 'utf8');
      for (const { anchor } of paragraphs) expect(html).toContain(`<p id="${anchor}"`);
      expect(html.match(/\[\d+ words not shown\]/g)?.length).toBeGreaterThanOrEqual(paragraphs.length);
      expect(html).toContain('The text is not shown here');
      expect(html).toContain('Where to read it: ');
    }
  });

  test('a paragraph has nothing but what is marked as not the source’s', async ({ page }) => {
    const html = await readFile(join(out, 'sources/strong-1934/index.html'), 'utf8');
    await page.setContent(html, { waitUntil: 'domcontentloaded' });
    const left = await page.evaluate(() =>
      [...document.querySelectorAll('article[data-source] p[id]')].map((paragraph) => {
        paragraph.querySelectorAll('[data-apparatus]').forEach((one) => one.remove());
        return paragraph.textContent;
      }),
    );
    expect(left).toHaveLength(48);
    expect(left.join('')).toBe('');
  });

  test('the words for search and for quotations are those of the editor’s notes alone', async () => {
    const words = JSON.parse(await readFile(join(out, 'sources/james-1937-13/words.json'), 'utf8')) as {
      paragraphs: { words: string }[];
      notes: { hand: string; words: string }[];
    };
    expect(words.paragraphs.map((one) => one.words).join('')).toBe('');
    expect(
      words.notes
        .filter(({ hand }) => hand !== 'editor-note')
        .map((one) => one.words)
        .join(''),
    ).toBe('');
    const records = JSON.parse(await readFile(join(out, 'search/records.json'), 'utf8')) as {
      withheld: string[];
    };
    expect(records.withheld).toEqual(['Strong 1934', 'James 1937, ch. 13']);
  });

  test('search and the check of a quotation do not claim to know what is not shown', async ({
    page,
    baseURL,
  }) => {
    await page.route(`${baseURL ?? ''}/**`, (route) => {
      const { pathname } = new URL(route.request().url());
      const path = join(out, pathname.endsWith('/') ? `${pathname}index.html` : pathname);
      return existsSync(path) ? route.fulfill({ path }) : route.fulfill({ status: 404 });
    });
    await page.goto('/find/');
    await page
      .locator('#quotation')
      .fill('It may be accompanied by envy of Communist shrewdness in putting it over');
    await page.getByRole('button', { name: 'Check' }).click();
    const judged = page.locator('quotation-check .search-status');
    await expect(judged).toContainText('Not found in this edition.');
    await expect(judged).toContainText(
      'Words of Strong 1934 and James 1937, ch. 13 are not shown here, so whether it stands there cannot be judged.',
    );
    await page.goto('/search/?q=shrewdness');
    await expect(page.locator('[data-search-state="done"]')).toBeAttached();
    await expect(page.locator('[data-search-result]')).toHaveCount(0);
    await page.goto('/search/?q=kulak');
    await expect(page.locator('[data-search-result][data-hand="editor-note"]').first()).toBeVisible();
    await expect(page.locator('[data-search-result][data-hand="author"]')).toHaveCount(0);
    await page.goto('/about/');
    await page.keyboard.press('/');
    await page.locator('dialog input[type=search]').fill('shrewdness');
    await expect(page.locator('dialog .search-status')).toContainText(
      'Words of Strong 1934 and James 1937, ch. 13 are not shown here and were not searched.',
    );
    await page.goto('/find/?to=Strong+1934+%C2%B6+12');
    await expect(page.getByRole('link', { name: /Strong 1934, ¶ 12/ }).first()).toBeVisible();
  });

  test('says so where readers search and check quotations', async () => {
    for (const path of ['search', 'find', 'compare/strong-1934/james-1937-13', 'data', '.'])
      expect(await readFile(join(out, path, 'index.html'), 'utf8')).toMatch(
        /Words of Strong 1934 and James 1937, ch\. 13 are not shown on this site/,
      );
  });
});

test.describe('a site that withholds the notes of one hand', () => {
  test.describe.configure({ mode: 'serial', timeout: 240_000 });
  let root: string;
  let built: Built;

  test.beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), 'one-hand-'));
    await cp(repositoryFile('content'), join(root, 'content'), { recursive: true });
    const file = join(root, 'content/sources/strong-1934/source.yaml');
    const header = await readFile(file, 'utf8');
    await writeFile(file, header.replace(/(hand: transcriber[^]*?display: )full/, '$1withheld'));
    built = await build(root, join(root, 'dist'), 'as-stated', ({ sources }) =>
      sources.flatMap((source) => passagesOf(source, 'transcriber')),
    );
  });
  test.afterAll(() => rm(root, { recursive: true, force: true }));

  test('holds none of their words in any file, and all of the text', async () => {
    const { runs, words, secret } = await leaks(root, built);
    expect(runs).toEqual([]);
    expect(words).toEqual([]);
    expect(secret.size).toBeGreaterThan(30);
    const texts = built.shown.sources.flatMap((source) => passagesOf(source, 'author'));
    expect(look(built.out, texts, new Set()).runs.size).toBe(
      new Set(texts.flatMap((passage) => runsOf(passage.words))).size,
    );
  });

  test('is built with a warning for what else is not known to be cleared', () => {
    expect(built.told).toContain('strong-1934: the author’s words (6307 words) are shown in full');
    expect(built.told).not.toContain('the transcriber’s notes (');
  });
});

test('a setting that is not known stops the build and says what to do', async () => {
  test.setTimeout(240_000);
  const out = join(tmpdir(), 'never-built');
  const failed = await buildSite(out, { EDITION_RIGHTS: 'nothing' }).then(
    () => '',
    (error: { stdout: string; stderr: string }) => error.stdout + error.stderr,
  );
  expect(failed).toContain('EDITION_RIGHTS is “nothing”. Set it to `cleared-only`');
});
