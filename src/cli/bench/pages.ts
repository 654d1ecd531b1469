/** What pages weigh when they are loaded cold. */
import type { Browser } from 'playwright';
import { brotli, bytesOf, type CountingServer, type Sent } from './server.ts';

/** Kilobytes are of 1,000 bytes, as in the budgets. */
const allowance = 12_000;
const textFactor = 1.35;

/** A loaded page. */
export interface PageWeight {
  path: string;
  sent: Sent[];
  /** Everything but fonts. */
  bytes: number;
  /** Scripts that load before the reader does anything, those in the HTML included. */
  script: number;
  fonts: number;
}

export interface ReadingWeight extends PageWeight {
  /** Its words and the notes that came with the witness, as plain text over brotli. */
  text: number;
  budget: number;
  /** The words of each paragraph, for queries. */
  paragraphs: string[];
}

/** The scripts inside a page's HTML, without data blocks such as JSON-LD. */
function inlineScripts(): string {
  const scripts = [...document.querySelectorAll('script:not([src])')];
  return scripts
    .filter((script) => /^$|module|javascript|speculationrules/.test(script.getAttribute('type') ?? ''))
    .map((script) => script.textContent)
    .join('\n');
}

/** The words of a reading page: its paragraphs, and each note of the witness once. */
function wordsOfPage(): { paragraphs: string[]; notes: string[] } {
  const words = (element: Element): string => {
    const copy = element.cloneNode(true) as Element;
    for (const apparatus of copy.querySelectorAll('[data-apparatus]')) apparatus.remove();
    return copy.textContent.replace(/\s+/g, ' ').trim();
  };
  const all = (selector: string): string[] => [...document.querySelectorAll(selector)].map(words);
  // Calls, and copies of a note in the margin, are apparatus themselves.
  const note = (hand: string): string => `[data-hand="${hand}"]:not([data-apparatus])`;
  return {
    paragraphs: all('article[data-source] p[id]'),
    notes: all(`${note('author-note')}, ${note('transcriber-note')}`),
  };
}

/** Loads a page in a browser that has nothing of it yet. */
async function load<T>(
  browser: Browser,
  server: CountingServer,
  path: string,
  read: () => T,
): Promise<[PageWeight, T]> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  server.take();
  await page.goto(server.address + path, { waitUntil: 'networkidle' });
  const sent = server.take();
  const inline = await page.evaluate(inlineScripts);
  const value = await page.evaluate(read);
  await context.close();
  const weight = {
    path,
    sent,
    bytes: bytesOf(sent, 'html', 'css', 'js', 'other'),
    script: bytesOf(sent, 'js') + (inline ? brotli(inline).length : 0),
    fonts: bytesOf(sent, 'font'),
  };
  return [weight, value];
}

/** Weighs any page. */
export async function weighPage(browser: Browser, server: CountingServer, path: string): Promise<PageWeight> {
  const [weight] = await load(browser, server, path, () => undefined);
  return weight;
}

/** Weighs a reading page against its own text. */
export async function weighReadingPage(
  browser: Browser,
  server: CountingServer,
  path: string,
): Promise<ReadingWeight> {
  const [weight, { paragraphs, notes }] = await load(browser, server, path, wordsOfPage);
  const text = brotli([...paragraphs, ...notes].join('\n\n')).length;
  return { ...weight, text, budget: Math.round(text * textFactor) + allowance, paragraphs };
}
