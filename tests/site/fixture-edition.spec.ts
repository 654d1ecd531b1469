import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSite } from './build-site.ts';
import { expect, test } from './fixtures.ts';

/** A small edition in its second release, with what the real one does not have yet: retired addresses, verse. */
test.describe('an edition in its second release', () => {
  test.describe.configure({ mode: 'serial' });
  let out: string;

  test.beforeAll(async () => {
    test.setTimeout(120_000);
    out = await mkdtemp(join(tmpdir(), 'edition-'));
    await buildSite(out, {
      EDITION_ROOT: 'tests/fixtures/edition',
      EDITION_ADDRESS: 'https://example.org',
    });
  });
  test.afterAll(() => rm(out, { recursive: true, force: true }));

  test('a retired anchor still resolves without script, and says what became of it', async ({ browser }) => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    const html = await readFile(join(out, 'sources/letter-1900/index.html'), 'utf8');
    await page.route('**/*', (route) =>
      route.request().resourceType() === 'document'
        ? route.fulfill({ body: html, contentType: 'text/html' })
        : route.abort(),
    );
    await page.goto('https://example.org/sources/letter-1900/#p2');
    await expect(page.locator('#p2')).toBeInViewport();
    await expect(page.locator('#p2')).toContainText(
      '¶ 2 is no longer a paragraph of its own: it was merged into ¶ 1. (Release 1901.1.)',
    );
    await expect(page.locator('#p5')).toContainText('it was withdrawn: It stood in no witness.');
    await expect(page.locator('p#p2, p#p5')).toHaveCount(0);
    await context.close();
  });

  test('the menu opens the form for errors, with address, release and words filled in', async ({
    browser,
  }) => {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.route('https://example.org/**', (route) => {
      const { pathname } = new URL(route.request().url());
      return route.fulfill({ path: join(out, pathname.endsWith('/') ? `${pathname}index.html` : pathname) });
    });
    await page.goto('https://example.org/sources/letter-1900/');
    const paragraph = page.locator('p[id]').first();
    await paragraph.locator('a.number').click();
    const link = page
      .getByRole('dialog', { name: /^Cite / })
      .getByRole('link', { name: 'Report an error here' });
    const { origin, pathname, searchParams } = new URL((await link.getAttribute('href')) ?? '');
    expect(origin + pathname).toBe('https://example.org/errors');
    expect(searchParams.get('place')).toBe(
      `https://example.org/sources/letter-1900/#${(await paragraph.getAttribute('id')) ?? ''}`,
    );
    expect(searchParams.get('release')).toBe('1901.1');
    expect(searchParams.get('words')).toMatch(/^\S.{10}/);
    await context.close();
  });

  test('a withdrawn note keeps its address and its words', async () => {
    const html = await readFile(join(out, 'notes/letter-1900/old-note/index.html'), 'utf8');
    expect(html).toContain('This note is no longer part of the edition: it was withdrawn: It was wrong.');
    expect(html).toContain('A note of the first release.');
  });

  test('a source that was taken out keeps its address, and says where its text went', async () => {
    const html = await readFile(join(out, 'sources/letter-1899/index.html'), 'utf8');
    expect(html).toContain('In release 1901.1 it was merged into Doe 1900.');
    expect(html).toContain('<a href="/sources/letter-1900/">');
  });

  test('a page that another took over leads there; a figure no longer listed says so', async () => {
    const html = await readFile(join(out, 'topics/samples/index.html'), 'utf8');
    expect(html).toContain('In release 1901.1 it was merged into The specimen.');
    expect(html).toContain('<meta http-equiv="refresh" content="0; url=/topics/specimen/">');
    const figures = await readFile(join(out, 'figures/index.html'), 'utf8');
    expect(figures).toMatch(
      /id="letter-1900--pages"[^>]*>“Pages of the letter” is no longer listed: it was withdrawn/,
    );
    expect(await readFile(join(out, 'changes/index.html'), 'utf8')).toMatch(
      /<a href="\/topics\/samples\/"[^>]*>What is a sample\?<\/a>: it was merged into The specimen\./,
    );
  });

  test('what a release changed is listed with the words before and after', async () => {
    const changes = await readFile(join(out, 'changes/index.html'), 'utf8');
    expect(changes).toMatch(/<del[^>]*>.*misprint.*<\/del>/);
    expect(changes).toMatch(/<ins[^>]*>.*mispirnt.*<\/ins>/);
    const history = await readFile(join(out, 'sources/letter-1900/history/index.html'), 'utf8');
    expect(history).toContain('A second paragraph has *stars* and a misprint.');
    const text = await readFile(join(out, 'sources/letter-1900/index.html'), 'utf8');
    expect(text).toContain('<a href="/sources/letter-1900/history/#p3">Changed in release 1901.1</a>');
  });

  test('a link to words that have changed since shows what they were, and what changed', async ({
    browser,
  }) => {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.route('**/*', async (route) => {
      const { pathname } = new URL(route.request().url());
      await route
        .fulfill({ path: join(out, pathname.endsWith('/') ? `${pathname}index.html` : pathname) })
        .catch(() => route.abort());
    });
    const hash = createHash('sha256').update('a misprint').digest('hex').slice(0, 12);
    await page.goto(`https://example.org/sources/letter-1900/?words=1900.1.7-8.${hash}#p3`);
    const line = page
      .getByText('These words have changed since release 1900.1. They were: “a misprint”.')
      .first();
    await expect(line).toBeVisible();
    await page.getByText('What changed, word by word').click();
    await expect(page.locator('del', { hasText: 'misprint' })).toBeVisible();
    await context.close();
  });

  test('verse keeps its lines, and every canonical address is the edition’s own', async () => {
    const html = await readFile(join(out, 'sources/letter-1900/index.html'), 'utf8');
    expect(html).toContain('Roses are red<br>\nviolets are blue');
    expect(html).toContain('<link rel="canonical" href="https://example.org/sources/letter-1900/">');
  });
});
