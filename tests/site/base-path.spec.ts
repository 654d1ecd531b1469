/** An edition under a path of its server, which has nothing at its top: every address leads there, every script works. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { verify } from '../../src/cli/verify/verify.ts';
import { buildSite } from './build-site.ts';
import { expect, test as fixtures } from './fixtures.ts';
import { serveUnder, type ServedUnder } from './serve-under.ts';

const base = '/editions/';
let out: string;
let server: ServedUnder;

const test = fixtures.extend<object, { site: ServedUnder }>({
  site: [
    async ({}, use) => {
      out = await mkdtemp(join(tmpdir(), 'edition-'));
      server = await serveUnder(base, out);
      await buildSite(out, { EDITION_ROOT: 'tests/fixtures/edition', EDITION_ADDRESS: server.address });
      await use(server);
      await server.stop();
      await rm(out, { recursive: true, force: true });
    },
    { scope: 'worker', auto: true, timeout: 120_000 },
  ],
  // The guard of the fixtures knows the site by its origin.
  baseURL: async ({ site }, use) => use(new URL(site.address).origin),
  expectedErrors: async ({}, use) => use([/no-such-page/, /ERR_CONNECTION_REFUSED/, /ERR_FAILED/]),
});
test.describe.configure({ mode: 'serial' });
test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

/** Text files of the site, from its top; those of Pagefind are its own. */
const textFiles = () =>
  globSync('**/*.{html,css,js,json,xml,txt,md,csv,bib,ris,webmanifest}', { cwd: out }).filter(
    (file) => !file.startsWith('pagefind'),
  );

/** Whether an address leads to a file of the site. */
function isThere(address: string): boolean {
  const { pathname } = new URL(address);
  const path = decodeURI(pathname);
  return (
    path.startsWith(base) &&
    existsSync(join(out, path.slice(base.length), path.endsWith('/') ? 'index.html' : ''))
  );
}

test('every link and every file that a page loads is there', () => {
  const lost: string[] = [];
  let count = 0;
  for (const file of textFiles().filter((one) => one.endsWith('.html'))) {
    const at = new URL(file.replace(/index\.html$/, ''), server.address);
    const html = readFileSync(join(out, file), 'utf8');
    const found = html.matchAll(/\s(?:href|src|action|cite)="([^"]*)"|content="\d+;\s*url=([^"]*)"/g);
    for (const [, link, refresh] of found) {
      const address = new URL((link ?? refresh ?? '').replaceAll('&amp;', '&'), at);
      if (address.origin !== at.origin) continue;
      count += 1;
      if (!isThere(address.href)) lost.push(`${file}: ${address.href}`);
    }
  }
  expect(count).toBeGreaterThan(300);
  expect(lost).toEqual([]);
});

test('every full address in any file is there: citations, formats, feeds, sitemap, data, services', () => {
  const lost: string[] = [];
  const kinds = new Set<string>();
  const { origin } = new URL(server.address);
  for (const file of textFiles()) {
    const text = readFileSync(join(out, file), 'utf8').replaceAll('\\/', '/');
    for (const [address] of text.matchAll(new RegExp(`${origin}[^\\s"'<>()\\[\\]}&,“”|\\\\]*`, 'g'))) {
      kinds.add(file.split('.').slice(1).join('.'));
      // Templates of search, of services and of citations have blanks.
      if (/[{⟨]|%7B/.test(address)) expect(address.startsWith(server.address)).toBe(true);
      else if (!isThere(address.replace(/[.;:]+$/, ''))) lost.push(`${file}: ${address}`);
    }
  }
  expect([...kinds]).toEqual(
    expect.arrayContaining(['bib', 'html', 'json', 'md', 'ris', 'tei.xml', 'txt', 'xml']),
  );
  expect(lost).toEqual([]);
});

test('style, fonts and search work, and a result leads to its place', async ({ page }) => {
  server.takeMissing();
  await page.goto(`${server.address}search/?q=specimen`);
  await expect(page.locator('main [data-search-state=done]')).toBeAttached();
  await expect(page.locator('main [data-search-result]').first()).toBeVisible();
  await expect
    .poll(() => page.evaluate(() => [...document.fonts].map(({ status }) => status)))
    .toContain('loaded');
  await page.locator('main [data-search-result] a').first().click();
  await expect(page).toHaveURL(/\/editions\/(?:sources|notes)\/letter-1900\//);
  await expect.poll(() => page.evaluate(() => CSS.highlights.has('search-hit'))).toBe(true);
  expect(server.takeMissing()).toEqual([]);
});

test('search opens over a page, and the concordance has its lines', async ({ page }) => {
  await page.goto(server.address);
  await page.keyboard.press('/');
  await page.keyboard.type('paragraph');
  await expect(page.getByRole('dialog').locator('[data-search-result]').first()).toBeVisible();
  await page.goto(`${server.address}search/?q=paragraph&view=concordance`);
  await expect(page.locator('[data-concordance-line]').first()).toBeVisible();
  expect(server.takeMissing()).toEqual([]);
});

const menu = (page: Page) => page.getByRole('dialog', { name: /^Cite / });

test('a paragraph is cited by its address under the path', async ({ page }) => {
  await page.goto(`${server.address}sources/letter-1900/`);
  await page.locator('p#p1 a.number').click();
  await expect(menu(page).getByRole('status')).toHaveText('Address of ¶ 1 copied');
  const clipboard = () => page.evaluate(() => navigator.clipboard.readText());
  expect(await clipboard()).toBe(`${server.address}sources/letter-1900/#p1`);
  await menu(page).getByRole('button', { name: 'Copy citation' }).click();
  await expect(menu(page).getByRole('status')).toHaveText('Citation copied');
  expect(await clipboard()).toContain(`${server.address}sources/letter-1900/#p1`.replace(/^http:\/\//, ''));
  expect(server.takeMissing()).toEqual([]);
});

test('a citation and an address lead to their place, and a quotation is found', async ({ page }) => {
  for (const citation of ['Doe 1900 ¶ 1', `${server.address}sources/letter-1900/#p1`]) {
    await page.goto(`${server.address}find/`);
    await page.getByRole('textbox', { name: /^A citation as it stands on paper/ }).fill(citation);
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(`${server.address}sources/letter-1900/#p1`);
  }
  await page.goto(`${server.address}find/`);
  await page
    .getByRole('textbox', { name: /^Words that somebody quotes/ })
    .fill('This is a specimen of the format, with a printer’s note.');
  await page.getByRole('button', { name: 'Check' }).click();
  await expect(page.locator('[data-find-state]')).toHaveAttribute('data-find-state', 'done');
  await expect(page.locator('[data-find-result] a').first()).toHaveAttribute(
    'href',
    /\/editions\/sources\/letter-1900\//,
  );
  expect(server.takeMissing()).toEqual([]);
});

test('npm run verify finds the site whole, and says so of no other path', async () => {
  const faults = async (address: string) =>
    (await verify(new URL(address))).findings
      .filter(({ level }) => level === 'fault')
      .map(({ code }) => code);
  expect(await faults(server.address)).toEqual([]);
  expect(await faults(new URL('/', server.address).href)).toEqual(['list-missing']);
});

test('the edition is kept in the browser under its path, and read without a server', async ({ page }) => {
  test.setTimeout(120_000);
  server.takeMissing();
  await page.goto(`${server.address}offline/`);
  await page.getByRole('button', { name: /^Keep this edition/ }).click();
  await expect(page.locator('keep-edition').getByRole('status')).toContainText('Done: ', { timeout: 60_000 });
  expect(
    await page.evaluate(async () =>
      (await navigator.serviceWorker.getRegistrations()).map(({ scope }) => scope),
    ),
  ).toEqual([server.address]);
  expect(server.takeMissing()).toEqual([]);
  await server.stop();
  await page.goto(`${server.address}sources/letter-1900/#p1`);
  await expect(page.locator('#p1')).toBeVisible();
  expect((await page.goto(`${server.address}no-such-page/`))?.status()).toBe(404);
  await page.goto(`${server.address}offline/`);
  await page.getByRole('button', { name: 'Remove it' }).click();
  await expect(page.locator('keep-edition').getByRole('status')).toContainText('Removed.');
  expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
});
