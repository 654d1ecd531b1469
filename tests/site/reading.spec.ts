import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { readContent } from '../../src/content-files.ts';
import { assemble } from '../../src/edition/assemble.ts';
import { expect, test } from './fixtures.ts';

const sources = assemble(await readContent('.')).edition?.sources ?? [];
const path = (id: string) => `/sources/${id}/`;

/** The words of an element once everything that is not the source's own is taken out. */
function ownWords(page: Page, selector: string): Promise<string[]> {
  return page.locator(selector).evaluateAll((elements) =>
    elements.map((element) => {
      const copy = element.cloneNode(true) as Element;
      for (const other of copy.querySelectorAll('[data-apparatus]')) other.remove();
      return copy.textContent;
    }),
  );
}

for (const { id, paragraphs, witnessNotes } of sources) {
  test(`${id}: every paragraph stands on its page, in order, with exactly the words of the source`, async ({
    page,
  }) => {
    await page.goto(path(id));
    await expect(page.locator(`article[data-source="${id}"]`)).toBeVisible();
    expect(await page.locator('p[id]').evaluateAll((all) => all.map((one) => one.id))).toEqual(
      paragraphs.map(({ anchor }) => anchor),
    );
    expect(await ownWords(page, 'p[id]')).toEqual(paragraphs.map(({ words }) => words));
  });

  test(`${id}: every note of the witness stands whole in the list, under its own hand`, async ({ page }) => {
    await page.goto(path(id));
    for (const note of witnessNotes) {
      const item = page.locator(`#note-${note.id}`);
      await expect(item).toHaveAttribute('data-hand', note.hand);
      expect(await ownWords(page, `#note-${note.id}`)).toEqual([
        note.paragraphs.map(({ words }) => words).join(''),
      ]);
    }
  });

  test(`${id}: notes in the margin stand beside their calls and never overlap`, async ({ page }) => {
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.goto(path(id));
    const notes = page.locator('.sidenote');
    await expect(notes).toHaveCount(witnessNotes.filter(({ at }) => at).length);
    const boxes = await notes.evaluateAll((all) =>
      all.map((note) => {
        const { top, bottom, left } = note.getBoundingClientRect();
        const call = (note.previousElementSibling as Element).getBoundingClientRect();
        return {
          top,
          bottom,
          left,
          call: call.top,
          textRight: (note.parentElement as Element).getBoundingClientRect().right,
        };
      }),
    );
    boxes.forEach((box, index) => {
      const before = boxes[index - 1];
      expect(box.left).toBeGreaterThan(box.textRight);
      if (before) expect(box.top).toBeGreaterThanOrEqual(before.bottom);
      const isPushedDown = before !== undefined && before.bottom + 40 > box.call;
      if (!isPushedDown) expect(Math.abs(box.top - box.call)).toBeLessThan(30);
    });
  });

  test(`${id}: the page reads whole without JavaScript`, async ({ browser, baseURL }) => {
    const context = await browser.newContext({ javaScriptEnabled: false, ...(baseURL && { baseURL }) });
    const page = await context.newPage();
    await page.goto(`${path(id)}#p9`);
    await expect(page.locator('p[id]')).toHaveCount(paragraphs.length);
    await expect(page.locator('#p9')).toBeInViewport();
    const call = page.locator('a.call:not([data-hand="editor-note"])').first();
    await call.click();
    await expect(page.locator(new URL(page.url()).hash)).toBeInViewport();
    await page.locator('a.call[data-hand="editor-note"]').first().click();
    await expect(page).toHaveURL(/\/notes\//);
    await context.close();
  });
}

test('a permanent link opens the page at the cited paragraph, marked and with the focus on it', async ({
  page,
}) => {
  await page.goto('/sources/strong-1934/#p12');
  await expect(page.locator('#p12')).toBeInViewport();
  await expect(page.locator('#p12')).toBeFocused();
  await expect(page.locator('.cited')).toHaveCount(1);
});

test('a range marks all its paragraphs', async ({ page }) => {
  await page.goto('/sources/strong-1934/#p9-p11');
  await expect(page.locator('#p9')).toBeInViewport();
  expect(await page.locator('.cited').evaluateAll((all) => all.map((one) => one.id))).toEqual([
    'p9',
    'p10',
    'p11',
  ]);
});

test('an address that names no paragraph gets a plain answer', async ({ page }) => {
  await page.goto('/sources/strong-1934/#p99');
  await expect(page.getByRole('status').filter({ hasText: 'This text has no ¶ 99' })).toBeVisible();
});

test('a click on a paragraph’s number copies its address and says so', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('/sources/james-1937-13/');
  await page.getByRole('link', { name: 'Link to James 1937, ch. 13, ¶ 7' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Address of ¶ 7 copied' })).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
    new URL('/sources/james-1937-13/#p7', page.url()).href,
  );
});

test.describe('on a narrow screen', () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test('a call opens its note; the keyboard can reach it, leave it and come back', async ({ page }) => {
    await page.goto('/sources/strong-1934/');
    const call = page.locator('#call-transcriber-2');
    await call.focus();
    await page.keyboard.press('Enter');
    const note = page.getByRole('dialog', { name: 'Transcriber’s note 2' });
    await expect(note).toBeVisible();
    await expect(note).toBeFocused();
    await expect(note).toContainText('This definition is a major oversimplification.');
    await expect(note).toContainText('Editor’s reply');
    await page.keyboard.press('Escape');
    await expect(note).toBeHidden();
    await expect(call).toBeFocused();
  });

  test('an editor’s note is fetched when wanted, and its links can be followed', async ({ page }) => {
    await page.goto('/sources/strong-1934/');
    const call = page.locator('a.call[data-hand="editor-note"]').first();
    const name = (await call.getAttribute('aria-label')) ?? '';
    await call.click();
    const note = page.getByRole('dialog', { name });
    await expect(note).toBeVisible();
    await note.getByRole('link', { name }).click();
    await expect(page).toHaveURL(/\/notes\/strong-1934\//);
  });

  test('nothing is wider than the screen', async ({ page }) => {
    for (const { id } of sources) {
      await page.goto(path(id));
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    }
  });
});

test('every call leads to its note, and every note back to its call', async ({ page }) => {
  for (const { id } of sources) {
    await page.goto(path(id));
    const broken = await page
      .locator('a.call, a.reading-mark, a.back')
      .evaluateAll((links) =>
        links
          .filter(
            (link) =>
              (link as HTMLAnchorElement).hash !== '' &&
              (link as HTMLAnchorElement).pathname === location.pathname &&
              !document.getElementById(decodeURIComponent((link as HTMLAnchorElement).hash.slice(1))),
          )
          .map((link) => link.outerHTML),
      );
    expect(broken).toEqual([]);
  }
});

test('what the edition supplied is shown as supplied', async ({ page }) => {
  await page.goto('/sources/strong-1934/');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('[The Soviet “Dictatorship”]');
  await expect(page.locator('.by-line')).toContainText('[Anna Louise Strong] attributed');
  await page.goto('/sources/james-1937-13/');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('[The Great Retreat]');
  await expect(page.getByRole('heading', { name: 'The placation of the peasant' })).toHaveText(
    '[The placation of the peasant]',
  );
});

test('the built pages name no registry and no other origin for what they load', async () => {
  for (const { id } of sources) {
    const html = await readFile(`dist/sources/${id}/index.html`, 'utf8');
    expect(html.match(/<(?:script|img|iframe|source)[^>]*\ssrc="https?:/g) ?? []).toEqual([]);
  }
});
