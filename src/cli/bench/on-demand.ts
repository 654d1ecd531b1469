/** What a reader's own acts cost, after the page is there: nothing of it weighs on who merely reads. */
import type { Browser, Page } from 'playwright';
import { bytesOf, type CountingServer } from './server.ts';

export interface ActCost {
  act: string;
  bytes: number;
  requests: number;
  milliseconds: number;
}

interface Act {
  act: string;
  path: string;
  perform: (page: Page) => Promise<unknown>;
}

/** @param words a quotation to check, from the text at `path`. */
function acts(path: string, words: string): Act[] {
  return [
    {
      act: 'menu of a paragraph',
      path,
      perform: async (page) => {
        await page.locator('a.number').first().click();
        await page.waitForSelector('cite-menu:popover-open .cite-preview');
      },
    },
    {
      act: 'offer of selected words',
      path,
      perform: async (page) => {
        await page.locator('article p[id]').first().dblclick();
        await page.waitForSelector('.offer:not([hidden])');
      },
    },
    {
      act: 'search of this text',
      path,
      perform: async (page) => {
        await page.click('a.within');
        await page.fill('within-bar input', 'the');
        await page.waitForSelector('.within-status a');
      },
    },
    {
      act: 'going to a citation',
      path: '/find/',
      perform: async (page) => {
        await page.fill('#to', 'a citation that nobody made, p. 1');
        await page.press('#to', 'Enter');
        await page.waitForSelector('[data-go-to-state=none]');
      },
    },
    {
      act: 'check of a quotation',
      path: '/find/',
      perform: async (page) => {
        await page.fill('#quotation', words);
        await page.click('quotation-check button');
        await page.waitForSelector('[data-find-state=done]');
      },
    },
  ];
}

/** Measures each act in a browser that has its page and nothing else. */
export async function costsOfActs(
  browser: Browser,
  server: CountingServer,
  path: string,
  words: string,
): Promise<ActCost[]> {
  const costs: ActCost[] = [];
  for (const { act, path: start, perform } of acts(path, words)) {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    const page = await context.newPage();
    await page.goto(server.address + start, { waitUntil: 'networkidle' });
    server.take();
    const before = performance.now();
    await perform(page);
    const milliseconds = performance.now() - before;
    const sent = server.take();
    await context.close();
    const bytes = bytesOf(sent, 'html', 'css', 'js', 'other', 'font');
    costs.push({ act, bytes, requests: sent.length, milliseconds });
  }
  return costs;
}
