/** What a reader wants to see in a text: names, the marks of topics, the editor's notes by kind. */
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';

const ownWords = (page: Page) =>
  page.locator('article[data-source] p[id]').evaluateAll((paragraphs) =>
    paragraphs.map((paragraph) => {
      const copy = paragraph.cloneNode(true) as Element;
      for (const other of copy.querySelectorAll('[data-apparatus]')) other.remove();
      return copy.textContent;
    }),
  );

const open = async (page: Page) => {
  await page.getByRole('link', { name: 'Names and notes shown' }).click();
  return page.getByRole('dialog', { name: 'What is shown in the text' });
};

for (const id of ['strong-1934', 'james-1937-13']) {
  test(`names are links when they are wanted, and no word of ${id} changes`, async ({ page }) => {
    await page.goto(`/sources/${id}/`);
    const before = await ownWords(page);
    await expect(page.locator('a.name')).toHaveCount(0);
    const options = await open(page);
    await options.getByRole('checkbox', { name: /Names/ }).check();
    await expect(page.locator('a.name').first()).toBeAttached();
    expect(await ownWords(page)).toEqual(before);
    await options.getByRole('checkbox', { name: /Names/ }).uncheck();
    await expect(page.locator('a.name')).toHaveCount(0);
    expect(await ownWords(page)).toEqual(before);
  });
}

test('a name opens two lines and the way to its page, by keyboard', async ({ page }) => {
  await page.goto('/sources/strong-1934/');
  const options = await open(page);
  await options.getByRole('checkbox', { name: /Names/ }).check();
  await page.keyboard.press('Escape');
  const name = page.locator('#p43 a.name', { hasText: 'Stalin' }).first();
  await name.focus();
  await page.keyboard.press('Enter');
  const popover = page.getByRole('dialog', { name: 'Joseph Stalin' });
  await expect(popover).toContainText('1878–1953');
  await expect(popover.getByRole('link')).toHaveAttribute('href', '/people/joseph-stalin/');
  await page.keyboard.press('Escape');
  await expect(popover).toBeHidden();
  await expect(name).toBeFocused();
});

test('notes of a kind are hidden with their calls, and the choice is kept', async ({ page }) => {
  await page.goto('/sources/strong-1934/');
  const call = page.locator('#call-kulak');
  await expect(call).toBeVisible();
  const options = await open(page);
  await options.getByRole('checkbox', { name: /^Term/ }).uncheck();
  await expect(call).toBeHidden();
  await expect(page.locator('#note-kulak')).toBeHidden();
  await expect(page.locator('#call-kulaks-deported')).toBeVisible();
  await page.goto('/sources/james-1937-13/');
  await expect(page.locator('#call-permanent-revolution')).toBeHidden();
  await (await open(page)).getByRole('checkbox', { name: /^Term/ }).check();
  await expect(page.locator('#call-permanent-revolution')).toBeVisible();
});

test('an address of a hidden note shows it', async ({ page }) => {
  await page.goto('/sources/strong-1934/');
  await (await open(page)).getByRole('checkbox', { name: /^Term/ }).uncheck();
  await expect(page.locator('#call-kulak')).toBeHidden();
  await page.goto('about:blank');
  await page.goto('/sources/strong-1934/#note-kulak');
  await expect(page.locator('#note-kulak')).toBeVisible();
});

test('without script the names of a text are a page', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, ...(baseURL && { baseURL }) });
  const page = await context.newPage();
  await page.goto('/sources/strong-1934/');
  await page.getByRole('link', { name: 'Names and notes shown' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Names in this text');
  await page.getByRole('definition').getByRole('link').first().click();
  await expect(page).toHaveURL(/\/sources\/strong-1934\/#p\d+$/);
  await context.close();
});
