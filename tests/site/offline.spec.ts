/** The edition kept in the browser, read with its server stopped, brought up to date and removed. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import type { OfflineList } from '../../src/browser/offline/list.ts';
import { expect, test as base } from './fixtures.ts';

const dist = fileURLToPath(new URL('../../dist', import.meta.url));
const types: Record<string, string> = {
  '.html': 'text/html',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
};

/** A server of `dist/` that can be stopped, and can publish other files. */
class Site {
  readonly #changed = new Map<string, string>();
  #server: Server | undefined;
  #port = 0;

  async start() {
    const server = createServer((request, response) => {
      const { pathname } = new URL(request.url ?? '/', 'http://localhost');
      const path = decodeURI(pathname.endsWith('/') ? `${pathname}index.html` : pathname);
      const file = join(dist, path);
      const found = this.#changed.get(path) ?? (existsSync(file) ? readFileSync(file) : undefined);
      response.writeHead(found ? 200 : 404, {
        'Content-Type': types[extname(path)] ?? 'application/octet-stream',
      });
      response.end(found ?? readFileSync(join(dist, '404.html')));
    });
    await new Promise<void>((resolve) => server.listen(this.#port, 'localhost', resolve));
    this.#port = (server.address() as AddressInfo).port;
    this.#server = server;
  }

  get address(): string {
    return `http://localhost:${String(this.#port)}`;
  }

  /** Publishes a release in which one page is different. */
  publish(release: string, path: string, change: (html: string) => string) {
    const html = change(readFileSync(join(dist, path, 'index.html'), 'utf8'));
    const list = JSON.parse(readFileSync(join(dist, 'offline.json'), 'utf8')) as OfflineList;
    const hash = createHash('sha256').update(html).digest('hex').slice(0, 16);
    const files = list.files.map((file): OfflineList['files'][number] =>
      file[0] === path ? [path, hash, Buffer.byteLength(html)] : file,
    );
    this.#changed.set(`${path}index.html`, html);
    this.#changed.set(
      '/offline.json',
      JSON.stringify({ ...list, id: `${list.id}-${release}`, release, files }),
    );
  }

  stop(): Promise<void> {
    this.#server?.closeAllConnections();
    return new Promise((resolve) => this.#server?.close(() => resolve()) ?? resolve());
  }
}

const test = base.extend<{ site: Site }>({
  site: async ({}, use) => {
    const site = new Site();
    await site.start();
    await use(site);
    await site.stop();
  },
  baseURL: async ({ site }, use) => use(site.address),
  // What a stopped server does not answer is logged by the browser before the worker answers it.
  expectedErrors: async ({}, use) => use([/ERR_CONNECTION_REFUSED/, /ERR_FAILED/, /status of 404/]),
});

const status = (page: Page) => page.locator('keep-edition').getByRole('status');

async function keep(page: Page) {
  await page.goto('/offline/');
  await page.getByRole('button', { name: /^Keep this edition \(\d/ }).click();
  await expect(status(page)).toContainText('Done: this site now works without a connection.', {
    timeout: 60_000,
  });
}

test('nothing is stored before a reader asks for it', async ({ page }) => {
  await page.goto('/sources/strong-1934/');
  await page.goto('/offline/');
  await expect(status(page)).toHaveText('It is not kept in this browser.');
  const stored = await page.evaluate(async () => ({
    caches: await caches.keys(),
    workers: (await navigator.serviceWorker.getRegistrations()).length,
  }));
  expect(stored).toEqual({ caches: [], workers: 0 });
});

test('a kept edition is read without its server, follows what is published, and can be removed', async ({
  page,
  site,
}) => {
  test.setTimeout(180_000);
  await keep(page);

  await test.step('read, searched and cited with the server stopped', async () => {
    await site.stop();
    await page.goto('/sources/james-1937-13/#p12');
    await expect(page.locator('#p12')).toBeInViewport();
    await page.locator('#p12 a.number').click();
    await expect(page.getByRole('dialog', { name: /^Cite / })).toBeVisible();

    await page.goto('/search/?q=kulaks');
    await expect(page.locator('main [data-search-state=done]')).toBeAttached();
    expect(await page.locator('main [data-search-result]').count()).toBeGreaterThan(5);
    await page.locator('main [data-search-result] a').first().click();
    await expect(page).toHaveURL(/\/sources\/.*#p\d+/);

    await page.goto('/compare/strong-1934/james-1937-13/');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    const missing = await page.goto('/no-such-page/');
    expect(missing?.status()).toBe(404);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();

    await page.goto('/offline/');
    await expect(status(page)).toContainText(/^Release .* is kept in this browser \(/);
    await site.start();
  });

  await test.step('brought up to date by the worker alone', async () => {
    site.publish('next', '/about/', (html) => html.replace('<h1>', '<h1>Next: '));
    await page.goto('/sources/');
    const release = () =>
      page.evaluate(async () => {
        const [name = ''] = await caches.keys();
        const list = await (await caches.open(name)).match('/offline.json');
        return ((await list?.json()) as { release: string } | undefined)?.release;
      });
    await expect.poll(release, { timeout: 60_000 }).toBe('next');
  });

  await test.step('brought up to date by the reader', async () => {
    await page.goto('/offline/');
    site.publish('last', '/about/', (html) => html.replace('<h1>', '<h1>Last: '));
    await page.goto('/offline/');
    await expect(status(page)).toContainText('What is published has changed since.');
    await page.getByRole('button', { name: 'Bring it up to date' }).click();
    await expect(status(page)).toContainText('Done');
    await site.stop();
    await page.goto('/about/');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Last: /);
  });

  await test.step('removed without a trace', async () => {
    await page.goto('/offline/');
    expect(await page.evaluate(() => caches.keys())).toHaveLength(1);
    await page.getByRole('button', { name: 'Remove it' }).click();
    await expect(status(page)).toContainText(
      'Removed. It is not kept in this browser. The site cannot be reached',
    );
    expect(await page.evaluate(() => caches.keys())).toEqual([]);
    await site.start();
    await page.goto('/about/');
    expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(
      0,
    );
  });
});

test('keeping can be stopped, and goes on where it stopped', async ({ page }) => {
  test.setTimeout(180_000);
  await page.goto('/offline/');
  let asked = 0;
  await page.route('**/*', async (route) => {
    asked += 1;
    if (asked > 200) await new Promise((resolve) => setTimeout(resolve, 20));
    await route.fallback();
  });
  await page.getByRole('button', { name: /^Keep this edition/ }).click();
  await expect.poll(() => asked).toBeGreaterThan(200);
  await page.getByRole('button', { name: 'Stop' }).click();
  await expect(status(page)).toContainText('Stopped.');
  await page.unroute('**/*');
  const there = await page.evaluate(
    async () => (await (await caches.open((await caches.keys())[0] ?? '')).keys()).length,
  );
  expect(there).toBeGreaterThan(150);
  await page.getByRole('button', { name: /^Keep this edition/ }).click();
  await expect(status(page)).toContainText('Done', { timeout: 60_000 });
});
