/** What the first search result costs a reader who has loaded nothing yet. */
import type { Browser } from 'playwright';
import { firstResult } from './first-result.ts';
import { bytesOf, type CountingServer, type Network } from './server.ts';

/** A slow mobile connection: 150 ms a request, 1.6 Mb/s. */
export const slow4G: Network = { latency: 150, bytesPerMillisecond: 200 };

export interface SearchCost {
  query: string;
  /** Everything but fonts, up to the first result. */
  bytes: number;
  fonts: number;
  requests: number;
  milliseconds: number;
  /** The time over slow 4G. */
  slowMilliseconds: number;
}

/** A common word, a rare word and a phrase of the texts, the same for the same texts. */
export function queriesFrom(paragraphs: string[]): string[] {
  const counts = new Map<string, number>();
  for (const [word] of paragraphs.join('\n').matchAll(/(?<![\p{L}'’-])\p{Ll}{5,}(?![\p{L}'’-])/gu)) {
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const ranked = [...counts].toSorted(([a, m], [b, n]) => n - m || a.localeCompare(b, 'en'));
  const rare = ranked.find(([word, count]) => count === 1 && word.length >= 8);
  const middle = paragraphs[Math.floor(paragraphs.length / 2)] ?? '';
  const phrase = /\p{L}+ \p{L}+ \p{L}+/u.exec(middle.slice(middle.length / 3))?.[0];
  return [ranked[0]?.[0], rare?.[0], phrase && `"${phrase}"`].filter((query) => typeof query === 'string');
}

/** Measures one query; undefined when it brings no result. */
export async function costOf(
  browser: Browser,
  server: CountingServer,
  query: string,
): Promise<SearchCost | undefined> {
  try {
    server.connect();
    const { milliseconds, sent } = await firstResult(browser, server, '/search/', query);
    server.connect(slow4G);
    const { milliseconds: slowMilliseconds } = await firstResult(browser, server, '/search/', query);
    const bytes = bytesOf(sent, 'html', 'css', 'js', 'other');
    return {
      query,
      bytes,
      fonts: bytesOf(sent, 'font'),
      requests: sent.length,
      milliseconds,
      slowMilliseconds,
    };
  } catch (error) {
    console.log(`The search for ${query} brought no result: ${(error as Error).message.split('\n')[0]}`);
    return undefined;
  } finally {
    server.connect();
    server.take();
  }
}
