/** Finding a passage by its citation and by its words. */
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';

const check = async (page: Page, quotation: string) => {
  await page.getByRole('textbox', { name: /^Words that somebody quotes/ }).fill(quotation);
  await page.getByRole('button', { name: 'Check' }).click();
  await expect(page.locator('[data-find-state]')).toHaveAttribute('data-find-state', 'done');
};
const verdict = (page: Page) => page.locator('quotation-check').getByRole('status').first();
const results = (page: Page) => page.locator('[data-find-result]');

test.describe('a citation', () => {
  const goTo = async (page: Page, citation: string) => {
    await page.getByRole('textbox', { name: /^A citation as it stands on paper/ }).fill(citation);
    await page.keyboard.press('Enter');
  };

  for (const [citation, address] of [
    ['James 13 ¶7–9', /\/sources\/james-1937-13\/#p7-p9$/],
    ['Strong 1934, par. 12', /\/sources\/strong-1934\/#p12$/],
    ['note 3 of James', /\/notes\/james-1937-13\/author-3\/$/],
    ['http://localhost:4321/sources/strong-1934/#p9', /\/sources\/strong-1934\/#p9$/],
  ] as const) {
    test(`“${citation}” leads to its place`, async ({ page }) => {
      await page.goto('/find/');
      await goTo(page, citation);
      await expect(page).toHaveURL(address);
    });
  }

  test('a page of the magazine is answered honestly', async ({ page }) => {
    await page.goto('/find/');
    await goTo(page, 'strong p. 172');
    await expect(page.locator('go-to').getByRole('status')).toHaveText(
      'The pages of The American Mercury are not marked in this witness, so p. 172 cannot be found. The text stands on pp. 169–179 there.',
    );
    await expect(page.locator('go-to').getByRole('link')).toHaveText(['Strong 1934']);
    await expect(page).toHaveURL(/\/find\/$/);
  });

  test('an address may carry it, and the way back skips the page', async ({ page }) => {
    await page.goto('/about/');
    await page.goto('/find/?to=James+13+%C2%B6+7');
    await expect(page).toHaveURL(/\/sources\/james-1937-13\/#p7$/);
    await page.goBack();
    await expect(page).toHaveURL(/\/about\/$/);
  });

  test('the search panel takes it too', async ({ page }) => {
    await page.goto('/');
    await page.keyboard.press('/');
    const dialog = page.getByRole('dialog', { name: 'Search' });
    await dialog.getByRole('searchbox').fill('James 13 ¶7–9');
    await expect(dialog.getByRole('link', { name: 'James 1937, ch. 13, ¶ 7–9' })).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/sources\/james-1937-13\/#p7-p9$/);
    await expect(page.locator('.cited')).toHaveCount(3);
  });

  test('words that only have a number in them are searched, and nothing else', async ({ page }) => {
    await page.goto('/search/?q=1934');
    await expect(page.locator('[data-search-state=done]')).toBeAttached();
    expect(await page.locator('[data-search-result]').count()).toBeGreaterThan(0);
    await expect(page.getByText('Go to')).toHaveCount(0);
  });
});

test.describe('a quotation', () => {
  test('is found with straight quotation marks, an ellipsis and changed words, and the changes are shown', async ({
    page,
  }) => {
    await page.goto('/find/');
    await check(
      page,
      `Men in the Soviet Union talk of Stalin's "authority," but not of Stalin's "power." ... "authority" is that prestige of ability and knowledge which enables a man to create collective will.`,
    );
    await expect(verdict(page)).toHaveText(
      'Found in this edition; 3 words differ; 8 words are left out at an ellipsis.',
    );
    const [first] = await results(page).all();
    if (!first) throw new Error('no result');
    await expect(first).toHaveAttribute('data-hand', 'author');
    await expect(first.getByRole('link', { name: 'Strong 1934, ¶ 46' })).toBeVisible();
    await expect(first.locator('del')).toHaveText(['talk']);
    await expect(first.locator('ins')).toHaveText(['speak', 'interpret and']);
    await expect(
      first.getByRole('listitem').filter({ hasText: 'talk in the quotation, speak in the text' }),
    ).toBeVisible();
    await expect(
      first.getByRole('listitem').filter({ hasText: 'interpret and is missing from the quotation' }),
    ).toBeVisible();
    await expect(first.getByRole('listitem').filter({ hasText: '8 words are left out' })).toBeVisible();
  });

  test('its link marks the very words, and its citation is that of the passage', async ({
    page,
    context,
  }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.goto('/find/');
    await check(page, 'the will of working masses');
    await expect(verdict(page)).toHaveText('Found in this edition, letter for letter.');
    await results(page).getByText('Cite this passage').click();
    await results(page).getByRole('button', { name: 'Copy quotation with citation' }).click();
    await expect(results(page).getByRole('status')).toHaveText('Quotation with citation copied');
    expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(
      /^“the will of working masses”\n\n\[Anna Louise Strong\], .*para\. 46, /,
    );
    await results(page).getByRole('link', { name: 'Strong 1934, ¶ 46' }).click();
    await expect(page.locator('#p46 + aside')).toHaveText('These words are unchanged since release 2026.1.');
    expect(
      await page.evaluate(() =>
        [...(CSS.highlights.get('search-hit') ?? [])].map((range) => (range as Range).toString()),
      ),
    ).toEqual(['the will of working masses']);
  });

  test('of the transcriber is never given to the author', async ({ page }) => {
    await page.goto('/find/');
    await check(page, 'kulaks were rural organized crime of the Russian Empire');
    await expect(results(page)).toHaveCount(1);
    await expect(results(page)).toHaveAttribute('data-hand', 'transcriber-note');
    await expect(results(page)).toContainText('These are the transcriber’s words, not the author’s.');
    await results(page).getByText('Cite this passage').click();
    await expect(results(page).locator('.cite-preview')).toContainText('Unnamed transcriber');
    await results(page).getByRole('link', { name: 'Transcriber’s note 2 on Strong 1934' }).click();
    await expect(page).toHaveURL(/\/notes\/strong-1934\/transcriber-2\/$/);
  });

  test('over two paragraphs is found as one', async ({ page }) => {
    await page.goto('/find/');
    await check(
      page,
      'Administrative pressure to influence the collective farmers and peasants to sell their grain is categorically forbidden. In that same winter, in the far-Eastern region most threatened by Japan',
    );
    await expect(results(page).getByRole('link', { name: 'James 1937, ch. 13, ¶ 6–7' })).toBeVisible();
  });

  test('from elsewhere is not found, and the nearest passage is said to be no more than that', async ({
    page,
  }) => {
    await page.goto('/find/');
    await check(
      page,
      'Four score and seven years ago our fathers brought forth on this continent a new nation, conceived in liberty, and dedicated to the proposition that all men are created equal.',
    );
    await expect(verdict(page)).toContainText('Not found in this edition.');
    await expect(page.locator('[data-find-result=found]')).toHaveCount(0);
    for (const near of await results(page).all())
      await expect(near).toContainText('This is not the quotation.');
  });

  test('without words gets a plain answer', async ({ page }) => {
    await page.goto('/find/');
    for (const nothing of ['', '?!', '☭ … “”']) {
      await check(page, nothing);
      await expect(verdict(page)).toHaveText('There are no words to check.');
    }
    await check(page, '<script>alert(1)</script><img src=x onerror=alert(2)>');
    await expect(verdict(page)).toContainText('Not found in this edition.');
  });

  test('is found through the index where an edition has many sources, and goes to no server', async ({
    page,
  }) => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(`${request.url()} ${request.postData() ?? ''}`));
    await page.route('**/find/sources.json', async (route) => {
      const response = await route.fetch();
      const { sources } = (await response.json()) as {
        sources: { id: string; short: string; words: string }[];
      };
      for (let other = 0; other < 20; other += 1)
        sources.push({ id: `other-${String(other)}`, short: 'Other', words: 'other' });
      await route.fulfill({ json: { sources } });
    });
    await page.goto('/find/');
    await check(
      page,
      'the kulak was liquidated at the price of an administrative devastation such as has no equal in modern history',
    );
    await expect(results(page).first().getByRole('link', { name: 'James 1937, ch. 13, ¶ 9' })).toBeVisible();
    expect(asked.some((one) => one.includes('/pagefind/'))).toBe(true);
    expect(asked.filter((one) => /kulak.*liquidated|other-\d/.test(decodeURIComponent(one)))).toEqual([]);
  });
});

test('all of it works from the keyboard', async ({ page }) => {
  await page.goto('/find/');
  await page.keyboard.press('Tab');
  await page.getByRole('textbox', { name: /^Words that somebody quotes/ }).focus();
  await page.keyboard.type('Stalin now ruled supreme');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(verdict(page)).toHaveText('Found in this edition, letter for letter.');
  await page.keyboard.press('Tab');
  await expect(results(page).getByRole('link')).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(results(page).locator('.cite-preview')).toBeVisible();
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/sources\/james-1937-13\/\?words=.*#p2$/);
});

test('a phone shows a result without a sideways scroll', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('/find/');
  await check(page, 'Stalin now ruled supreme. Every enemy had been disgraced');
  await results(page).getByText('Cite this passage').click();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
});
