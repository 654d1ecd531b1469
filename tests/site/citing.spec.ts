/** What programs find beside a page and in its head. */
import { expect, test } from './fixtures.ts';

const strong = '/sources/strong-1934/';
const james = '/sources/james-1937-13/';

for (const [path, type, ris] of [
  [strong, 'article-magazine', 'TY  - MGZN'],
  [james, 'chapter', 'TY  - CHAP'],
] as const) {
  const id = path.split('/')[2] ?? '';

  test(`the records of ${id} are beside its page`, async ({ request }) => {
    const read = async (file: string) => {
      const response = await request.get(file);
      expect(response.status(), file).toBe(200);
      return response.text();
    };
    expect(await read(`${path}${id}.bib`)).toMatch(new RegExp(`^@\\w+\\{${id},`));
    expect(await read(`${path}${id}.ris`)).toMatch(new RegExp(`^${ris}\r\n[^]*\r\nER  - \r\n$`));
    expect(JSON.parse(await read(`${path}${id}.csl.json`))).toMatchObject([{ id, type }]);
    const citations = JSON.parse(await read(`${path}citations.json`)) as {
      paragraph: Record<string, string>;
    };
    expect(citations.paragraph['chicago-note']).toContain(`${path}#⟨id⟩`);
    expect(JSON.parse(await read(`/annotations/${id}.json`))).toMatchObject({ type: 'AnnotationCollection' });
  });
}

test('the head of a magazine article names the magazine', async ({ page }) => {
  await page.goto(strong);
  const meta = (name: string) => page.locator(`head meta[name="${name}"]`);
  for (const [name, content] of [
    ['citation_title', '[The Soviet “Dictatorship”]'],
    ['citation_author', 'Strong, Anna Louise'],
    ['citation_publication_date', '1934/10'],
    ['citation_journal_title', 'The American Mercury'],
    ['citation_volume', '33'],
    ['citation_issue', '130'],
    ['citation_firstpage', '169'],
    ['citation_lastpage', '179'],
    ['citation_publisher', 'Alfred A. Knopf'],
    ['citation_language', 'en-US'],
    ['DC.type', 'magazineArticle'],
    ['DC.creator', '[Anna Louise Strong]'],
  ] as const) {
    await expect(meta(name), name).toHaveAttribute('content', content);
  }
  await expect(meta('citation_public_url')).toHaveAttribute('content', /\/sources\/strong-1934\/$/);
  await expect(page.locator('head link[rel="cite-as"]')).toHaveAttribute('href', /\/sources\/strong-1934\/$/);
  const data = JSON.parse(
    (await page.locator('script[type="application/ld+json"]').textContent()) ?? '{}',
  ) as unknown;
  expect(data).toMatchObject({
    '@type': 'Article',
    isPartOf: {
      '@type': 'PublicationIssue',
      issueNumber: '[130]',
      isPartOf: { '@type': 'PublicationVolume', volumeNumber: '[33]', isPartOf: { '@type': 'Periodical' } },
    },
    subjectOf: { contentUrl: expect.stringMatching(/\/annotations\/strong-1934\.json$/) as unknown },
  });
});

test('the head of a chapter names the book, and gives no page', async ({ page }) => {
  await page.goto(james);
  await expect(page.locator('meta[name="citation_inbook_title"]')).toHaveAttribute(
    'content',
    /^World Revolution/,
  );
  await expect(page.locator('meta[name="DC.type"]')).toHaveAttribute('content', 'bookSection');
  await expect(
    page.locator('meta[name="citation_firstpage"], meta[name="citation_journal_title"]'),
  ).toHaveCount(0);
});

test('a note’s page says whose note it is', async ({ page }) => {
  await page.goto('/notes/strong-1934/transcriber-2/');
  await expect(page.locator('head link[rel="cite-as"]')).toHaveAttribute('href', /\/transcriber-2\/$/);
  const data = JSON.parse(
    (await page.locator('script[type="application/ld+json"]').textContent()) ?? '{}',
  ) as unknown;
  expect(data).toMatchObject({ '@type': 'Comment', author: { name: 'unnamed transcriber' } });
});
