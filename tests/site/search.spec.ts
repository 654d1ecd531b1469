/** Search finds what stands in the texts, says whose words they are, and leads to them. */
import type { Page } from '@playwright/test';
import { random } from '../../src/cli/bench/random.ts';
import { readingPages, repositoryText } from './dist.ts';
import { expect, test } from './fixtures.ts';

interface Paragraph {
  source: string;
  anchor: string;
  words: string[];
  /** Its words without case, accents and punctuation. Not the site's own code, so that both must agree. */
  plain: string;
}

const plain = (text: string): string =>
  ` ${text
    .normalize('NFD')
    .replace(/[\p{M}'’‘]/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `;

const paragraphs: Paragraph[] = readingPages.flatMap(({ id }) =>
  [...repositoryText(`content/sources/${id}/text.md`).matchAll(/^(.+?) \^(p\d+[a-z]*)$/gm)].map(
    ([, text = '', anchor = '']) => {
      const words = text.replace(/\[\^[^\]]+\]|:pb\[\d+\]/g, '');
      return { source: id, anchor, words: words.split(/\s+/), plain: plain(words) };
    },
  ),
);

/** Two to six words as they stand in a text, with their punctuation, dashes and quotation marks. */
function phrasesFrom(seed: number, count: number): { phrase: string; from: Paragraph }[] {
  const next = random(seed);
  const below = (limit: number): number => Math.floor(next() * limit);
  const phrases: { phrase: string; from: Paragraph }[] = [];
  while (phrases.length < count) {
    const from = paragraphs[below(paragraphs.length)];
    const length = 2 + below(5);
    if (!from || from.words.length < length) continue;
    const start = below(from.words.length - length + 1);
    const phrase = from.words.slice(start, start + length).join(' ');
    if (plain(phrase).trim() !== '') phrases.push({ phrase, from });
  }
  return phrases;
}

async function searchFor(page: Page, query: string): Promise<void> {
  await page.locator('main input[name=q]').evaluate((input: HTMLInputElement, value) => {
    input.value = value;
    input.form?.requestSubmit();
  }, query);
  await settled(page);
}

async function settled(page: Page): Promise<void> {
  await expect(page.locator('main [data-search-state=done]')).toBeAttached();
}

const results = (page: Page) => page.locator('main [data-search-result]');
const linksOf = (page: Page): Promise<string[]> =>
  results(page).evaluateAll((all) => all.map((one) => one.querySelector('a')?.getAttribute('href') ?? ''));

/** The paragraph that an address leads to. */
const paragraphAt = (href: string): Paragraph | undefined => {
  const { pathname, hash } = new URL(href, 'http://localhost');
  return paragraphs.find(({ source, anchor }) => pathname === `/sources/${source}/` && hash === `#${anchor}`);
};

const seed = Number(process.env['SEARCH_TEST_SEED'] ?? 1934);
const count = Number(process.env['SEARCH_TEST_PHRASES'] ?? 200);
const share = 50;

test.describe('a phrase in quotation marks', () => {
  for (let part = 0; part < count / share; part += 1) {
    test(`leads to the paragraph it stands in, phrases ${part * share + 1} to ${(part + 1) * share}`, async ({
      page,
    }) => {
      await page.goto('/search/');
      await settled(page);
      const wrong: string[] = [];
      for (const { phrase, from } of phrasesFrom(seed + part, share)) {
        await searchFor(page, `"${phrase}"`);
        const links = await linksOf(page);
        const first = links.slice(0, 3).map(paragraphAt);
        const holders = paragraphs.filter((one) => one.plain.includes(plain(phrase)));
        const isFound =
          holders.length > 3
            ? first.length === 3 && first.every((one) => one && holders.includes(one))
            : first.includes(from);
        const stray = links.map(paragraphAt).filter((one) => one && !holders.includes(one));
        if (!isFound || stray.length > 0)
          wrong.push(`${from.source}#${from.anchor} "${phrase}": ${links.slice(0, 3).join(' ')}`);
      }
      expect(wrong).toEqual([]);
    });
  }

  test('is marked in the paragraph where its link lands', async ({ page }) => {
    for (const { phrase, from } of phrasesFrom(1937, 10)) {
      await page.goto(`/search/?q=${encodeURIComponent(`"${phrase}"`)}`);
      await settled(page);
      await page.locator(`main [data-search-result] a[href$="#${from.anchor}"]`).first().click();
      await expect(page).toHaveURL(new RegExp(`/sources/${from.source}/\\?q=[^#]+#${from.anchor}$`));
      await expect(page.locator(`#${from.anchor}`)).toBeInViewport();
      const marked = await markedWords(page);
      expect(marked.inside, phrase).toBe(from.anchor);
      expect(marked.words.map(plain), phrase).toContain(plain(phrase));
    }
  });
});

/** What the page marks without changing itself, and the paragraph that holds it all. */
async function markedWords(page: Page): Promise<{ inside: string | undefined; words: string[] }> {
  await page.waitForFunction(() => CSS.highlights.has('search-hit'));
  return page.evaluate(() => {
    const ranges = [...(CSS.highlights.get('search-hit') ?? [])] as Range[];
    const holders = new Set(ranges.map((range) => range.startContainer.parentElement?.closest('p')?.id));
    return {
      inside: holders.size === 1 ? [...holders][0] : undefined,
      words: ranges.map((range) => {
        const part = range.cloneContents();
        for (const apparatus of part.querySelectorAll('[data-apparatus]')) apparatus.remove();
        return part.textContent;
      }),
    };
  });
}
