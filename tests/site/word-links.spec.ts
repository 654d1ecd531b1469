import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';

/** Selects some words of a paragraph, as a reader does with the mouse or the keyboard. */
async function select(page: Page, paragraph: string, words: string): Promise<void> {
  await page.locator(paragraph).evaluate((element, sought) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = walker.currentNode as Text;
      const at = node.data.indexOf(sought);
      if (at === -1) continue;
      getSelection()?.setBaseAndExtent(node, at, node, at + sought.length);
      return;
    }
    throw new Error(`“${sought}” is not there`);
  }, words);
}

test('selected words offer a link to them, and the link leads back to these words', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('/sources/strong-1934/#p46');
  await select(page, '#p46', 'the will of working masses');
  await page.getByRole('button', { name: 'Copy link to these words' }).click();
  await expect(page.getByText('Link to these words copied')).toBeAttached();
  const address = await page.evaluate(() => navigator.clipboard.readText());
  expect(address).toMatch(
    /\/sources\/strong-1934\/\?words=2026\.1\.\d+-\d+\.[0-9a-f]{12}#p46:~:text=the%20will%20of%20working%20masses$/,
  );

  await page.goto('about:blank');
  await page.goto(address);
  await expect(page.locator('#p46')).toBeInViewport();
  await expect(page.locator('#p46 + aside')).toHaveText('These words are unchanged since release 2026.1.');
  const marked = await page.evaluate(() =>
    [...(CSS.highlights.get('search-hit') ?? [])].map((range) => (range as Range).toString()),
  );
  expect(marked).toEqual(['the will of working masses']);
});

test('a link whose words stand nowhere says so, and marks nothing', async ({ page }) => {
  await page.goto('/sources/strong-1934/?words=2026.1.3-6.000000000000#p46');
  await expect(page.locator('#p46 + aside')).toContainText('stand neither here now nor here before');
  expect(await page.evaluate(() => CSS.highlights.has('search-hit'))).toBe(false);
});

test('a broken link gets a calm answer', async ({ page }) => {
  await page.goto('/sources/strong-1934/?words=%3Cscript%3E#p46');
  await expect(page.locator('#p46 + aside')).toContainText('cannot be checked');
});

test('whoever goes on to another paragraph leaves the words of the link behind', async ({ page }) => {
  await page.goto('/sources/strong-1934/?words=2026.1.3-6.000000000000#p46');
  await expect(page.locator('#p46 + aside')).toBeVisible();
  await page.locator('#p45 a.number').click();
  await expect(page).toHaveURL(/\/sources\/strong-1934\/#p45$/);
});

test('the next press of Tab leads from selected words to what is offered for them', async ({ page }) => {
  await page.goto('/sources/james-1937-13/#p2');
  await select(page, '#p2', 'Stalin now ruled supreme');
  await expect(page.getByRole('button', { name: 'Quote and cite' })).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Copy link to these words' })).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'Cite James 1937, ch. 13, ¶ 2' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.locator('#p2')).toBeFocused();
});
