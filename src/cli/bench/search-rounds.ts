/** What searches cost a reader: the first on a page, then others on the same page. */
import type { Browser, Page } from 'playwright';
import { firstResult, markedResult, type FirstResult } from './first-result.ts';
import type { QueryKind } from './queries.ts';
import { slow4G } from './search.ts';
import { bytesOf, type CountingServer } from './server.ts';

/** Until the first marked result. Everything but fonts. */
interface Cold {
  bytes: number;
  requests: number;
  milliseconds: number;
  slowMilliseconds: number;
}

interface Warm {
  bytesWarm: number;
  requestsWarm: number;
  /** From the last key to the first marked result, and until nothing more comes. */
  first: number;
  done: number;
  /** From Enter to the first marked result: without the pause that a page may leave for typing. */
  entered: number;
}

export interface Round extends Cold, Warm {
  kind: QueryKind['kind'];
}

const result = markedResult;
const done = '[data-search-state="done"]';
const coldRuns = 3;
const minutes = (n: number): number => n * 60_000;

/**
 * Measures a search page of `server`. Files are compressed before anything is timed.
 * @returns undefined for a kind of query that brings no marked result.
 */
export async function measureRounds(
  browser: Browser,
  server: CountingServer,
  path: string,
  kinds: readonly QueryKind[],
): Promise<(Round | undefined)[]> {
  const rounds: (Round | undefined)[] = [];
  for (const { kind, queries } of kinds) {
    try {
      const [first = '', second = '', third = ''] = queries;
      await firstResult(browser, server, path, first);
      const cold = await measureCold(browser, server, path, first);
      const warm = await measureWarm(browser, server, path, [first, second, third]);
      rounds.push({ kind, ...cold, ...warm });
    } catch (error) {
      console.log(`${path}, ${kind}: no result (${(error as Error).message.split('\n')[0] ?? ''})`);
      rounds.push(undefined);
    } finally {
      server.connect();
      server.take();
    }
  }
  return rounds;
}

async function measureCold(
  browser: Browser,
  server: CountingServer,
  path: string,
  query: string,
): Promise<Cold> {
  const runs: FirstResult[] = [];
  for (let run = 0; run < coldRuns; run++) runs.push(await firstResult(browser, server, path, query));
  const { milliseconds = 0, sent = [] } =
    runs.sort((a, b) => a.milliseconds - b.milliseconds)[Math.floor(coldRuns / 2)] ?? {};
  server.connect(slow4G);
  const { milliseconds: slowMilliseconds } = await firstResult(browser, server, path, query);
  server.connect();
  return {
    bytes: bytesOf(sent, 'html', 'css', 'js', 'other'),
    requests: sent.filter(({ kind }) => kind !== 'font').length,
    milliseconds,
    slowMilliseconds,
  };
}

/** The second query is typed, the third entered. */
async function measureWarm(
  browser: Browser,
  server: CountingServer,
  path: string,
  [first, second, third]: [string, string, string],
): Promise<Warm> {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    await page.goto(`${server.address}${path}?q=${encodeURIComponent(first)}`);
    await page.waitForSelector(result, { state: 'attached', timeout: minutes(1) });
    await settled(page);
    server.take();
    const typed = await page.evaluate(ask, { query: second, isEntered: false, result, done });
    await settled(page);
    const sent = server.take();
    const entered = await page.evaluate(ask, { query: third, isEntered: true, result, done });
    return {
      bytesWarm: bytesOf(sent, 'html', 'css', 'js', 'other'),
      requestsWarm: sent.length,
      first: typed.first,
      done: typed.done,
      entered: entered.first,
    };
  } finally {
    await context.close();
  }
}

async function settled(page: Page): Promise<void> {
  await page.waitForSelector(done, { state: 'attached', timeout: minutes(1) });
  await page.waitForLoadState('networkidle');
}

/** In the page: asks a query and waits for its results. Milliseconds from the asking. */
function ask({
  query,
  isEntered,
  result,
  done,
}: {
  query: string;
  isEntered: boolean;
  result: string;
  done: string;
}): Promise<{ first: number; done: number }> {
  return new Promise((resolve, reject) => {
    const input = document.querySelector<HTMLInputElement>('input[name=q]');
    if (!input) throw new Error('The page has no field to search in.');
    for (const earlier of document.querySelectorAll('[data-search-result]'))
      earlier.setAttribute('data-earlier', '');
    for (const state of document.querySelectorAll('[data-search-state]'))
      state.setAttribute('data-search-state', 'asked');
    let first: number | undefined;
    const observer = new MutationObserver(() => {
      if (first === undefined && document.querySelector(result)) first = performance.now() - start;
      if (first === undefined || !document.querySelector(done)) return;
      observer.disconnect();
      resolve({ first, done: performance.now() - start });
    });
    observer.observe(document.body, { subtree: true, childList: true, attributes: true });
    setTimeout(() => {
      reject(new Error(`${query} brought no marked result.`));
    }, 30_000);
    const start = performance.now();
    input.value = query;
    if (isEntered) input.form?.requestSubmit();
    else input.dispatchEvent(new Event('input', { bubbles: true }));
  });
}
