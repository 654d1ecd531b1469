/** Topics: the texts side by side, one by one on a phone, and on paper. */
import { repositoryText } from './dist.ts';
import { expect, test } from './fixtures.ts';

const PAGE = '/topics/kulak/';

test('the list names every question and leads to its page', async ({ page }) => {
  await page.goto('/topics/');
  const links = page.locator('main ol h2 a');
  expect(await links.count()).toBeGreaterThanOrEqual(20);
  await links.filter({ hasText: 'kulak' }).click();
  await expect(page.locator('h1')).toHaveText(
    'What happened to the kulaks, who decided it, and what came of it?',
  );
});

test('both texts stand side by side, and their numbers lead to the paragraphs', async ({ page }) => {
  await page.goto(PAGE);
  const sides = page.locator('section[aria-labelledby="point-1"] .side');
  const [strong, james] = [await sides.nth(0).boundingBox(), await sides.nth(1).boundingBox()];
  expect(strong && james && james.x - strong.x).toBeGreaterThan(400);
  expect(james?.y).toBe(strong?.y);
  await expect(page.locator('topic-sides fieldset')).toBeHidden();
  await sides.nth(0).getByRole('link', { name: 'Strong 1934, ¶ 9' }).click();
  await expect(page).toHaveURL(/\/sources\/strong-1934\/#p9$/);
  await expect(page.locator('#p9')).toBeInViewport();
});

test('what is quoted are the source’s own words once the apparatus is taken out', async ({ page }) => {
  const plain = (text: string) => text.replace(/\s+/g, ' ').trim();
  const words: Record<string, string> = {};
  for (const id of ['strong-1934', 'james-1937-13']) {
    const text = repositoryText(`content/sources/${id}/text.md`);
    words[id] = plain(text.replace(/\[\^[^\]]+\](?!:)|:pb\[\d+\]|\\/g, ''));
  }
  await page.goto(PAGE);
  const quoted = await page.locator('.passage').evaluateAll((passages) =>
    passages.map((passage) => {
      const copy = passage.cloneNode(true) as HTMLElement;
      for (const one of copy.querySelectorAll('[data-apparatus]')) one.remove();
      return {
        text: copy.textContent,
        id: passage.closest<HTMLElement>('[data-side]')?.dataset['side'] ?? '',
      };
    }),
  );
  expect(quoted.length).toBeGreaterThan(5);
  for (const { text, id } of quoted) expect(words[id]).toContain(plain(text));
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 800 }, hasTouch: true });

  test('a reader chooses one text or both, by keys as well', async ({ page }) => {
    await page.goto(PAGE);
    const side = (id: string) => page.locator(`section[aria-labelledby="point-1"] [data-side="${id}"]`);
    await expect(side('strong-1934')).toBeVisible();
    await expect(side('james-1937-13')).toBeVisible();
    await page.getByRole('radio', { name: 'James 1937, ch. 13' }).check();
    await expect(side('strong-1934')).toBeHidden();
    await expect(side('james-1937-13')).toBeVisible();
    await page.keyboard.press('ArrowLeft');
    await expect(side('strong-1934')).toBeVisible();
    await expect(side('james-1937-13')).toBeHidden();
    // Turned or on a wide window, both stand side by side again.
    await page.setViewportSize({ width: 1000, height: 700 });
    await expect(side('james-1937-13')).toBeVisible();
  });

  test('a swipe turns to the next text', async ({ page }) => {
    await page.goto(PAGE);
    await expect(page.getByRole('radio', { name: 'Both' })).toBeChecked();
    await page.locator('topic-sides').evaluate((sides) => {
      const touch = (x: number) => new Touch({ identifier: 1, target: sides, clientX: x, clientY: 300 });
      sides.dispatchEvent(new TouchEvent('touchstart', { touches: [touch(300)] }));
      sides.dispatchEvent(new TouchEvent('touchend', { changedTouches: [touch(120)] }));
    });
    await expect(page.getByRole('radio', { name: 'Strong 1934' })).toBeChecked();
  });
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false, viewport: { width: 390, height: 800 } });

  test('both texts stand one below the other, and nothing is offered that cannot work', async ({ page }) => {
    await page.goto(PAGE);
    const sides = page.locator('section[aria-labelledby="point-1"] .side');
    await expect(sides).toHaveCount(2);
    const [strong, james] = [await sides.nth(0).boundingBox(), await sides.nth(1).boundingBox()];
    expect(james?.x).toBe(strong?.x);
    expect(strong && james && james.y).toBeGreaterThan((strong?.y ?? 0) + (strong?.height ?? 0) - 1);
    await expect(page.getByRole('button', { name: 'Print this handout' })).toHaveCount(0);
    await expect(page.getByRole('radio')).toHaveCount(0);
  });
});

test.describe('on paper', () => {
  test('the handout has the question, both columns, sources and address, and no furniture', async ({
    page,
  }) => {
    await page.goto(PAGE);
    await expect(page.getByRole('button', { name: 'Print this handout' })).toBeVisible();
    await page.emulateMedia({ media: 'print' });
    await page.setViewportSize({ width: 680, height: 1000 });
    for (const gone of ['.site-header', '.site-footer', 'print-page', 'topic-sides fieldset', 'article nav'])
      await expect(page.locator(gone)).toBeHidden();
    const sides = page.locator('section[aria-labelledby="point-1"] .side');
    const [strong, james] = [await sides.nth(0).boundingBox(), await sides.nth(1).boundingBox()];
    expect(james?.y).toBe(strong?.y);
    for (const text of ['American Mercury', 'World Revolution', '/topics/kulak/', 'To ask'])
      await expect(page.locator('article')).toContainText(text);
  });

  test('every handout is one sheet', async ({ page }) => {
    test.setTimeout(180_000);
    await page.goto('/topics/');
    const paths = await page
      .locator('main ol h2 a')
      .evaluateAll((all) => all.map((a) => a.getAttribute('href')));
    for (const path of paths) {
      await page.goto(path ?? '');
      const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
      const sides = pdf.match(/\/Type \/Page\b(?!s)/g)?.length ?? 0;
      expect(sides, `pages of ${path ?? ''}`).toBeGreaterThan(0);
      expect(sides, `pages of ${path ?? ''}`).toBeLessThanOrEqual(2);
    }
  });
});

test('the page for teachers leads to handouts and paragraphs', async ({ page }) => {
  await page.goto('/teaching/');
  expect(await page.locator('.handout a').count()).toBeGreaterThanOrEqual(20);
  await page
    .locator('section', { hasText: 'The kulak' })
    .getByRole('link', { name: 'Strong 1934, ¶ 9' })
    .first()
    .click();
  await expect(page).toHaveURL(/\/sources\/strong-1934\/#p9$/);
});
