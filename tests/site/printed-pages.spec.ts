/** Figures, the timeline and diagrams on A4: whole drawings, light, without what only a screen needs. */
import type { Page } from '@playwright/test';
import { paths } from './dist.ts';
import { expect, test } from './fixtures.ts';

/** What the margins of the site leave of a sheet, in CSS pixels. */
const SHEET = { width: Math.floor((210 - 44) * (96 / 25.4)), height: Math.floor((297 - 42) * (96 / 25.4)) };

/** As a reader prints it whose screen is dark. */
async function openOnPaper(page: Page, path: string): Promise<void> {
  await page.setViewportSize(SHEET);
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await page.goto(path);
}

const drawn = [
  '/figures/plan-shortfalls/',
  '/timeline/',
  ...paths.filter((path) => path.startsWith('/diagrams/')),
];
const lists = ['/figures/', '/people/', '/people/joseph-stalin/', '/topics/', '/context/', '/teaching/'];

for (const path of [...drawn, ...lists]) {
  test(`${path} is printed light, as wide as the sheet, and without the ways through the site`, async ({
    page,
  }) => {
    await openOnPaper(page, path);
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)).toBe(
      'rgb(255, 255, 255)',
    );
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(SHEET.width);
    await expect(page.getByRole('navigation', { name: 'Site' })).toBeHidden();
    await expect(page.locator('.site-footer ul')).toBeHidden();
    const loose = await page
      .locator('main :is(h1, h2, h3)')
      .evaluateAll((all) => all.filter((one) => getComputedStyle(one).breakAfter !== 'avoid').length);
    expect(loose, 'headings that may stand at the foot of a page').toBe(0);
  });
}

for (const path of drawn) {
  test(`${path} has each drawing whole on one sheet`, async ({ page }) => {
    await openOnPaper(page, path);
    const drawings = page.locator(
      ':is(svg.chart, svg[data-timeline], svg[data-diagram], svg[data-diagram-narrow]):visible',
    );
    expect(await drawings.count()).toBeGreaterThan(0);
    await expect(page.locator('svg:is(.narrow, [data-diagram-narrow])').first()).toBeHidden();
    for (const drawing of await drawings.all()) {
      const box = await drawing.boundingBox();
      expect(box?.width).toBeLessThanOrEqual(SHEET.width);
      expect(box?.height).toBeLessThanOrEqual(SHEET.height);
      // Letters of 7 points, and more.
      const letters = await drawing.evaluate((svg) =>
        [...svg.querySelectorAll('text')].map(
          (text) => parseFloat(getComputedStyle(text).fontSize) * (text.getScreenCTM()?.a ?? 0),
        ),
      );
      expect(Math.min(...letters)).toBeGreaterThanOrEqual(7 * (96 / 72));
    }
  });
}

for (const path of ['/figures/', '/figures/plan-shortfalls/']) {
  test(`${path} prints its table as a table, with heads that repeat and rows that do not break`, async ({
    page,
  }) => {
    await openOnPaper(page, path);
    const styles = await page.locator('table.stacked').evaluate((table) => ({
      head: getComputedStyle(table.querySelector('thead') as Element).display,
      row: getComputedStyle(table.querySelector('tbody tr') as Element).display,
      breaks: getComputedStyle(table.querySelector('tbody tr') as Element).breakInside,
      links: [...table.querySelectorAll('a')].filter(
        (link) => getComputedStyle(link).textDecorationLine !== 'none',
      ).length,
    }));
    expect(styles).toEqual({ head: 'table-header-group', row: 'table-row', breaks: 'avoid', links: 0 });
  });
}
