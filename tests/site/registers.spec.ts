/** The registers: lists from A to Z, and a page for each person, place, work and so on. */
import { expect, test } from './fixtures.ts';

const folders = ['people', 'places', 'organisations', 'terms', 'events', 'works'];

for (const folder of folders) {
  test(`/${folder}/ goes from letter to letter, and each entry to its page`, async ({ page }) => {
    await page.goto(`/${folder}/`);
    const letters = page.getByRole('navigation', { name: 'Letters' }).getByRole('link');
    expect(await letters.allTextContents()).toEqual(await page.locator('register-list h2').allTextContents());
    await letters.last().click();
    await expect(page.locator('register-list h2').last()).toBeInViewport();
    const entry = page.locator('.entries a').first();
    const path = (await entry.getAttribute('href')) ?? '';
    expect(path).toMatch(new RegExp(`^/${folder}/[a-z0-9-]+/$`));
    await entry.click();
    await expect(page).toHaveURL(new RegExp(`${path}$`));
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  });
}

test.describe('the filter of a list', () => {
  const shown = (page: import('@playwright/test').Page) => page.locator('.entries li:visible a');

  test('finds a name by each of its forms and counts what is left', async ({ page }) => {
    await page.goto('/people/');
    const filter = page.getByRole('searchbox', { name: 'Show only people called' });
    const status = page.locator('register-list').getByRole('status');
    const all = await shown(page).count();
    for (const typed of ['bukh', 'Bucharin', 'БУХАРИН', 'nikolai bukharin', 'Búkhárin']) {
      await filter.fill(typed);
      await expect(shown(page)).toHaveText(['Bukharin, Nikolai']);
      await expect(status).toHaveText(`1 of ${String(all)}`);
    }
    await expect(page.getByRole('navigation', { name: 'Letters' }).getByRole('link')).toHaveText(['B']);
    await filter.fill('nobody at all');
    await expect(status).toHaveText('None.');
    await expect(shown(page)).toHaveCount(0);
    await filter.fill('');
    await expect(shown(page)).toHaveCount(all);
    await expect(status).toHaveText('');
  });

  test('keeps what was typed when a reader comes back', async ({ page }) => {
    await page.goto('/people/');
    await page.getByRole('searchbox', { name: 'Show only people called' }).fill('trotsky');
    await shown(page).first().click();
    await page.getByRole('heading', { level: 1, name: 'Leon Trotsky' }).waitFor();
    await page.goBack();
    const filter = page.getByRole('searchbox', { name: 'Show only people called' });
    await expect(shown(page)).toHaveCount((await filter.inputValue()) === '' ? 45 : 1);
  });
});

test.describe('the page of a person', () => {
  test('shows every mention in its context, the author’s text before notes', async ({ page }) => {
    await page.goto('/people/joseph-stalin/');
    const strong = page.getByRole('region', { name: 'Strong 1934' });
    await expect(strong.locator('[data-hand]')).toHaveCount(2);
    const hands = await strong
      .locator('[data-hand]')
      .evaluateAll((all) => all.map((one) => one.getAttribute('data-hand')));
    expect(hands).toEqual(['author', 'editor-note']);
    await expect(strong.locator('[data-hand=author] li').filter({ hasText: '¶ 40' })).toContainText(
      'Not by accident does Stalin guide from the post of General Secretary',
    );
    const marks = await page.locator('mark').count();
    await expect(page.getByRole('heading', { name: /^Named/ })).toHaveText(
      `Named ${String(marks)} times in texts and notes`,
    );
    expect(marks).toBeGreaterThan(60);
  });

  test('leads from a mention to its paragraph, and to its note', async ({ page }) => {
    await page.goto('/people/joseph-stalin/');
    await page.getByRole('region', { name: 'Strong 1934' }).getByRole('link', { name: '¶ 40' }).click();
    await expect(page).toHaveURL(/\/sources\/strong-1934\/#p40$/);
    await expect(page.locator('#p40')).toBeInViewport();
    await page.goto('/people/david-lloyd-george/');
    await page.getByRole('link', { name: 'Author’s note 6' }).click();
    await expect(page).toHaveURL(/\/notes\/james-1937-13\/author-6\/$/);
  });

  test('says on what it rests', async ({ page }) => {
    await page.goto('/people/joseph-stalin/');
    await expect(page.getByText('Standard knowledge, no page seen.')).toBeVisible();
    await expect(page.getByText('1878–1953').first()).toBeVisible();
    await page.goto('/terms/marxism/');
    await expect(page.getByText('Standard knowledge')).toHaveCount(0);
  });
});

test('the page of a work says where it is cited, and whether it was seen', async ({ page }) => {
  await page.goto('/works/webb-1935/');
  await expect(page.getByText('Cited without having been seen.')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Author’s note 11' })).toBeVisible();
  await page.getByRole('link', { name: 'Beatrice Webb', exact: true }).click();
  await expect(page).toHaveURL(/\/people\/beatrice-webb\/$/);
});

test('a work leads to the topics, charts and pages that rest on it', async ({ page }) => {
  const cited = page.locator('.cited-by');
  await page.goto('/works/davies-wheatcroft-2004/');
  await cited.getByRole('listitem').filter({ hasText: 'Topic: The kulak' }).getByRole('link').click();
  await expect(page).toHaveURL(/\/topics\/kulak\/$/);
  await page.goBack();
  await cited.getByRole('link', { name: 'The famine, paragraph 2' }).click();
  await expect(page).toHaveURL(/\/context\/#p\d+$/);
  await expect(page.locator(':target')).toContainText('famine');
  await expect(page.locator(':target')).toBeInViewport();
  await page.goto('/works/kolkhoz-statute-1935/');
  const chart = cited.getByRole('link', { name: 'Animals that a household might own' }).first();
  await chart.click();
  await expect(page).toHaveURL(/\/figures\/private-stock\/#series-2$/);
  await expect(page.locator('#series-2')).toBeInViewport();
});

test('search offers what the register has of a name, and nothing for other words', async ({ page }) => {
  const offer = page.getByRole('main').getByRole('link', { name: 'in the register' });
  await page.goto('/search/?q=Бухарин');
  await expect(offer).toHaveText('Nikolai Bukharin, in the register');
  await offer.click();
  await expect(page).toHaveURL(/\/people\/nikolai-bukharin\/$/);
  await page.goto('/search/?q=peasants');
  await page.locator('main [data-search-state=done]').waitFor();
  await expect(offer).toHaveCount(0);
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('lists and pages are whole, and no filter is shown', async ({ page }) => {
    await page.goto('/people/');
    await expect(page.locator('.register-filter')).toBeHidden();
    await page.getByRole('link', { name: 'Trotsky, Leon' }).click();
    expect(await page.locator('mark').count()).toBeGreaterThan(10);
  });
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 800 } });

  for (const path of ['/people/', '/people/joseph-stalin/', '/works/', '/works/decree-1935-04-07/']) {
    test(`${path} needs no sideways scrolling`, async ({ page }) => {
      await page.goto(path);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    });
  }
});
