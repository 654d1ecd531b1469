/** The first marked result of a search, in a browser that has nothing of the site. */
import type { Browser } from 'playwright';
import type { CountingServer, Sent } from './server.ts';

/** A marked result; those of an earlier query are told apart by an attribute. */
export const markedResult = '[data-search-result]:not([data-earlier]) mark';

declare global {
  interface Window {
    /** When the first marked result stood in the page, in milliseconds of the epoch. */
    firstResultAt?: number;
  }
}

export interface FirstResult {
  milliseconds: number;
  /** What had been sent by then; what a page loads afterwards is not counted. */
  sent: Sent[];
}

/** @throws when none comes within three minutes. */
export async function firstResult(
  browser: Browser,
  server: CountingServer,
  path: string,
  query: string,
): Promise<FirstResult> {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    await page.addInitScript((selector) => {
      const observer = new MutationObserver(() => {
        if (!document.querySelector(selector)) return;
        window.firstResultAt = performance.timeOrigin + performance.now();
        observer.disconnect();
      });
      observer.observe(document, { subtree: true, childList: true });
    }, markedResult);
    server.take();
    const start = Date.now();
    await page.goto(`${server.address}${path}?q=${encodeURIComponent(query)}`, { waitUntil: 'commit' });
    const reached = await page.waitForFunction(() => window.firstResultAt, undefined, { timeout: 180_000 });
    const at = (await reached.jsonValue()) ?? Infinity;
    return { milliseconds: at - start, sent: server.take().filter((one) => one.at <= at) };
  } finally {
    await context.close();
  }
}
