/** The menu of a paragraph, a range, a note, a source and a selection. */
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { readContent } from '../../src/content-files.ts';
import { assemble } from '../../src/edition/assemble.ts';
import { expect, test } from './fixtures.ts';

const strong = '/sources/strong-1934/';
const [source] = assemble(await readContent('.')).edition?.sources ?? [];
const wordsOf = (number: string) => source?.paragraphs.find((one) => one.number === number)?.words ?? '';
const menu = (page: Page) => page.getByRole('dialog', { name: /^Cite / });
const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText());
const number = (page: Page, one: string) =>
  page.getByRole('link', { name: `Link to Strong 1934, ¶ ${one}`, exact: true });

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

test('a paragraph’s number opens its menu, which copies link, citation and quotation', async ({ page }) => {
  await page.goto(strong);
  await number(page, '12').click();
  await expect(menu(page)).toHaveAccessibleName('Cite Strong 1934, ¶ 12');
  await expect(menu(page)).toContainText('author’s text');
  await expect(menu(page).getByRole('status')).toHaveText('Address of ¶ 12 copied');
  await expect(page).toHaveURL(/#p12$/);

  await menu(page).getByRole('button', { name: 'Copy citation' }).click();
  await expect(menu(page).getByRole('status')).toHaveText('Citation copied');
  expect(await clipboard(page)).toMatch(
    /^\[Anna Louise Strong\], “\[The Soviet ‘Dictatorship’\],” American Mercury, October 1934, para\. 12, http.*\/sources\/strong-1934\/#p12\. Release 2026\.1 of Contemporary Accounts \(p\. 3 of the witness\)\.$/,
  );
  await menu(page).getByLabel('Cite as').selectOption('APA');
  await menu(page).getByRole('button', { name: 'Copy quotation with citation' }).click();
  await expect(menu(page).getByRole('status')).toHaveText('Quotation with citation copied');
  expect(await clipboard(page)).toMatch(
    /^It by no means follows[^]* would dare do\. \(\[Strong\], 1934, para\. 12\)\n\n\[Strong, A\. L\.\]\. \(1934, October\)\./,
  );
  const html = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    return (await item?.getType('text/html'))?.text();
  });
  expect(html).toContain('<i>The American Mercury</i>');

  await menu(page).getByRole('button', { name: 'Copy link' }).click();
  await expect(menu(page).getByRole('status')).toHaveText('Link copied');
  expect(await clipboard(page)).toBe(new URL(`${strong}#p12`, page.url()).href);
});

test('the style that was chosen is chosen again', async ({ page }) => {
  await page.goto(strong);
  await number(page, '1').click();
  await menu(page).getByLabel('Cite as').selectOption('MLA');
  await page.reload();
  await number(page, '2').click();
  await expect(menu(page).getByLabel('Cite as')).toHaveValue('mla');
  await expect(menu(page)).toContainText('vol. [33], no. [130], Oct. 1934');
});

test('a paragraph is saved in five formats, with its own words', async ({ page }) => {
  await page.goto(strong);
  await number(page, '12').click();
  const saved = async (name: string) => {
    const download = page.waitForEvent('download');
    await menu(page).getByRole('button', { name, exact: true }).click();
    const file = await download;
    return { name: file.suggestedFilename(), text: await readFile(await file.path(), 'utf8') };
  };
  expect(await saved('BibTeX')).toMatchObject({
    name: 'strong-1934-p12.bib',
    text: expect.stringMatching(/^@article\{strong-1934-p12,/),
  });
  expect(await saved('RIS')).toMatchObject({
    name: 'strong-1934-p12.ris',
    text: expect.stringMatching(/^TY {2}- MGZN\r\n/),
  });
  const csl = await saved('CSL-JSON');
  expect(csl.name).toBe('strong-1934-p12.csl.json');
  expect(JSON.parse(csl.text)).toMatchObject([{ type: 'article-magazine', locator: '¶ 12' }]);
  const text = await saved('plain text');
  expect(text.name).toBe('strong-1934-p12.txt');
  expect(text.text.startsWith(`${wordsOf('12')}\n\n[Anna Louise Strong],`)).toBe(true);
  const json = await saved('JSON');
  expect(JSON.parse(json.text)).toMatchObject({
    words: wordsOf('12'),
    hand: 'author’s text',
    place: 'p12',
    release: '2026.1',
  });
});

test('a range is made by shift-click, by a choice, and from where one was before', async ({ page }) => {
  await page.goto(strong);
  await number(page, '9').click();
  await expect(menu(page)).toBeVisible();
  await page.keyboard.press('Escape');
  await number(page, '11').click({ modifiers: ['Shift'] });
  await expect(menu(page)).toHaveAccessibleName('Cite Strong 1934, ¶ 9–11');
  await expect(page).toHaveURL(/#p9-p11$/);
  expect(await page.locator('.cited').evaluateAll((all) => all.map(({ id }) => id))).toEqual([
    'p9',
    'p10',
    'p11',
  ]);
  await menu(page).getByLabel('From ¶ 9 to ¶').selectOption('10');
  await expect(menu(page)).toHaveAccessibleName('Cite Strong 1934, ¶ 9–10');
  await menu(page).getByRole('button', { name: 'Copy quotation with citation' }).click();
  await expect(menu(page).getByRole('status')).toHaveText('Quotation with citation copied');
  const copied = await clipboard(page);
  expect(copied.startsWith(`${wordsOf('9')}\n\n${wordsOf('10')}\n\n`)).toBe(true);
  expect(copied).toContain('paras. 9–10, ');
  await page.keyboard.press('Escape');

  await number(page, '7').click();
  await menu(page).getByRole('button', { name: 'From ¶ 9 to here' }).click();
  await expect(menu(page)).toHaveAccessibleName('Cite Strong 1934, ¶ 7–9');
  await expect(page).toHaveURL(/#p7-p9$/);
});

test('a note is cited under its own hand, in the list, in the popover and on its page', async ({ page }) => {
  await page.goto(strong);
  await page.locator('#note-transcriber-2').getByRole('link', { name: 'Cite' }).click();
  await expect(menu(page)).toHaveAccessibleName('Cite Transcriber’s note 2 on Strong 1934');
  await expect(menu(page).locator('[data-hand=transcriber-note]')).toHaveText('transcriber’s note');
  await expect(menu(page)).not.toContainText('Anna Louise');
  await menu(page).getByRole('button', { name: 'Copy quotation with citation' }).click();
  await expect(menu(page).getByRole('status')).toHaveText('Quotation with citation copied');
  expect(await clipboard(page)).toMatch(
    /^“This definition is a major oversimplification\.[^]*Soviet time\.”\n\nUnnamed transcriber, “Transcriber’s note 2 on Strong 1934,”/,
  );

  await page.setViewportSize({ width: 820, height: 900 });
  await page.goto(strong);
  const call = page.locator('#call-transcriber-2');
  await call.click();
  await page
    .getByRole('dialog', { name: 'Transcriber’s note 2' })
    .getByRole('link', { name: 'Cite' })
    .first()
    .click();
  await expect(menu(page)).toHaveAccessibleName('Cite Transcriber’s note 2 on Strong 1934');
  await page.keyboard.press('Escape');
  await expect(menu(page)).toBeHidden();
  await expect(call).toBeFocused();

  await page.goto('/notes/james-1937-13/liquidation-of-the-kulaks/');
  await expect(page.getByRole('region', { name: 'How to cite' })).toContainText(
    '“Editor’s note: The kulaks ‘liquidated’, on James 1937, ch. 13,”',
  );
  await page.locator('.note').getByRole('link', { name: 'Cite' }).click();
  await expect(menu(page)).toContainText('editor’s note');
});

test('the whole text is cited from its head, and at its end without script', async ({
  page,
  browser,
  baseURL,
}) => {
  await page.goto('/sources/james-1937-13/');
  await page
    .getByRole('banner')
    .or(page.locator('.source-head'))
    .getByRole('link', { name: 'Cite', exact: true })
    .click();
  await expect(menu(page)).toHaveAccessibleName('Cite James 1937, ch. 13, the whole text');
  await expect(menu(page).getByRole('button', { name: 'Copy quotation with citation' })).toHaveCount(0);

  const context = await browser.newContext({ javaScriptEnabled: false, ...(baseURL && { baseURL }) });
  const plain = await context.newPage();
  await plain.goto('/sources/james-1937-13/');
  await plain.locator('.source-head').getByRole('link', { name: 'Cite', exact: true }).click();
  const region = plain.getByRole('region', { name: 'How to cite' });
  await expect(region).toBeInViewport();
  await expect(region).toContainText('C. L. R. James, “[The Great Retreat],” chap. 13 in World Revolution');
  await context.close();
});

test('selected words are quoted with their citation', async ({ page }) => {
  await page.goto(strong);
  await page.locator('#p46').evaluate((paragraph) => {
    const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = walker.currentNode as Text;
      const at = node.data.indexOf('Men in the Soviet Union');
      if (at !== -1) getSelection()?.setBaseAndExtent(node, at, node, node.data.indexOf('“power', at) + 7);
    }
  });
  await page.getByRole('button', { name: 'Quote and cite' }).click();
  await expect(menu(page)).toHaveAccessibleName('Cite Strong 1934, ¶ 46');
  await menu(page).getByRole('button', { name: 'Copy quotation with citation' }).click();
  await expect(menu(page).getByRole('status')).toHaveText('Quotation with citation copied');
  expect(await clipboard(page)).toMatch(
    /^“Men in the Soviet Union speak of Stalin’s ‘authority,’ but not of Stalin’s ‘power\.’”\n\n\[Anna Louise Strong\], .* para\. 46, /,
  );
  await menu(page).getByRole('button', { name: 'Copy link' }).click();
  await expect(menu(page).getByRole('status')).toHaveText('Link copied');
  expect(await clipboard(page)).toMatch(/\?words=2026\.1\.\d+-\d+\.[0-9a-f]{12}#p46:~:text=/);
});

test('all of it works from the keyboard, and the focus returns to the number', async ({ page }) => {
  await page.goto(`${strong}#p3`);
  await expect(page.locator('#p3')).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(number(page, '3')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(menu(page)).toBeFocused();
  for (const name of ['Close', 'Copy link']) {
    await page.keyboard.press('Tab');
    await expect(menu(page).getByRole('button', { name })).toBeFocused();
  }
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowDown');
  await expect(menu(page)).toHaveAccessibleName('Cite Strong 1934, ¶ 3–4');
  await expect(menu(page).getByLabel('From ¶ 3 to ¶')).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(menu(page).getByLabel('Cite as')).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(menu(page).getByRole('status')).toHaveText('Citation copied');
  expect(await clipboard(page)).toContain('paras. 3–4, ');
  await page.keyboard.press('Escape');
  await expect(menu(page)).toBeHidden();
  await expect(number(page, '3')).toBeFocused();
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  test('the menu stands at the foot, and what it is about above it', async ({ page }) => {
    await page.goto(`${strong}#p9`);
    await number(page, '9').tap();
    await expect(menu(page)).toBeVisible();
    const box = await menu(page).boundingBox();
    expect(Math.round((box?.y ?? 0) + (box?.height ?? 0))).toBe(844);
    expect(box?.width).toBe(390);
    const top = await number(page, '9').boundingBox();
    expect((top?.y ?? 0) + (top?.height ?? 0)).toBeLessThanOrEqual(box?.y ?? 0);
    for (const control of await menu(page).locator('button, select').all()) {
      const size = await control.boundingBox();
      expect(Math.min(size?.height ?? 0, size?.width ?? 0)).toBeGreaterThanOrEqual(24);
    }
    await menu(page).getByRole('button', { name: 'Copy citation' }).tap();
    await expect(menu(page).getByRole('status')).toHaveText('Citation copied');
    await menu(page).getByRole('button', { name: 'Close' }).tap();
    await expect(menu(page)).toBeHidden();
  });
});

test.describe('without the citations', () => {
  test.use({ expectedErrors: [/Failed to load resource/] });

  test('a number is still a link', async ({ page }) => {
    await page.route('**/citations.json', (route) => route.abort());
    await page.goto(strong);
    await number(page, '12').click();
    await expect(page).toHaveURL(/#p12$/);
    await expect(page.locator('#p12')).toHaveClass(/cited/);
  });
});

test('where nobody is named to report errors to, the menu offers none', async ({ page }) => {
  await page.goto(strong);
  await number(page, '12').click();
  await expect(menu(page).getByRole('button', { name: 'Copy citation' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Report an error here' })).toHaveCount(0);
});
