import type { Locator, Page } from '@playwright/test';
import { readContent } from '../../src/content-files.ts';
import { assemble } from '../../src/edition/assemble.ts';
import { timelineOf, yearOf } from '../../src/edition/timeline.ts';
import { expect, test } from './fixtures.ts';

const { edition } = assemble(await readContent('.'));
if (!edition) throw new Error('The edition cannot be read.');
const { diagrams, entities, sources } = edition;
const { happenings } = timelineOf(entities, sources);
const widths = [390, 820, 1440];

/** Words in a drawing that overlap others, by the boxes that the browser gives them. */
function overlaps(texts: Locator): Promise<string[]> {
  return texts.evaluateAll((all) => {
    const boxes = all
      .map((text) => {
        const { left, right, top, bottom } = text.getBoundingClientRect();
        return { words: text.textContent.trim(), left, right, top, bottom };
      })
      .filter(({ left, right }) => right > left);
    return boxes.flatMap((a, index) =>
      boxes
        .slice(index + 1)
        .filter(
          (b) => a.left + 1 < b.right && b.left + 1 < a.right && a.top + 6 < b.bottom && b.top + 6 < a.bottom,
        )
        .map((b) => `${a.words} / ${b.words}`),
    );
  });
}

const scrollsSideways = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);

/** The least size of letters in a drawing, in CSS pixels of the screen. */
const leastLetters = (svg: Locator): Promise<number> =>
  svg.evaluate((element) => {
    const drawing = element as SVGSVGElement;
    const scale = drawing.getBoundingClientRect().width / drawing.viewBox.baseVal.width;
    const sizes = [...drawing.querySelectorAll('text')].map((text) =>
      parseFloat(getComputedStyle(text).fontSize),
    );
    return Math.min(...sizes) * scale;
  });

for (const width of widths) {
  test.describe(`at ${width} pixels`, () => {
    test.use({ viewport: { width, height: 900 } });

    test('the axis of the timeline marks every event, no word over another', async ({ page }) => {
      await page.goto('/timeline/');
      const drawing = page.locator('svg[data-timeline]');
      await expect(drawing).toBeVisible();
      const years = [...new Set(happenings.map(yearOf))];
      expect(await drawing.locator('a').evaluateAll((all) => all.map((a) => a.getAttribute('href')))).toEqual(
        years.map((year) => `#year-${year}`),
      );
      const titles = await drawing.locator('.mark title').allTextContents();
      for (const { name } of happenings)
        expect(
          titles.some((title) => title.startsWith(name)),
          name,
        ).toBe(true);
      expect(await overlaps(drawing.locator('text'))).toEqual([]);
      expect(await leastLetters(drawing)).toBeGreaterThan(13);
      const heights = await drawing
        .locator('.target')
        .evaluateAll((all) => all.map((target) => target.getBoundingClientRect().height));
      expect(Math.min(...heights)).toBeGreaterThanOrEqual(24);
      expect(await scrollsSideways(page)).toBe(false);
    });

    test('the diagrams are legible, no word over another, and the page does not scroll sideways', async ({
      page,
    }) => {
      for (const path of ['/diagrams/', ...diagrams.map(({ id }) => `/diagrams/${id}/`)]) {
        await page.goto(path);
        const drawings = page.locator(':is(svg[data-diagram], svg[data-diagram-narrow]):visible');
        await expect(drawings).toHaveCount(path === '/diagrams/' ? diagrams.length : 1);
        for (const drawing of await drawings.all()) {
          expect(await overlaps(drawing.locator('tspan'))).toEqual([]);
          expect(await leastLetters(drawing), path).toBeGreaterThan(12);
          const frame = await drawing.boundingBox();
          expect((frame?.x ?? 0) + (frame?.width ?? 0), 'nothing is to be scrolled').toBeLessThanOrEqual(
            width,
          );
        }
        expect(await scrollsSideways(page)).toBe(false);
      }
    });
  });
}

test('the axis stays in view, and leads to a year, and its entry to the paragraph', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto('/timeline/');
  const axis = page.getByRole('navigation', { name: 'Years' });
  await axis.getByRole('link', { name: /^1932: \d+ entries$/ }).click();
  await expect(page.locator('#year-1932')).toBeInViewport();
  await expect(axis.getByRole('link').last()).toBeInViewport();
  const entry = page.locator('#passport-decree-1932');
  await expect(entry).toContainText('27 December 1932');
  await expect(entry).toContainText(
    'Strong 1934: Without its name: “When Moscow decrees a passport system” ¶ 30',
  );
  await expect(entry.getByRole('link', { name: 'Editor’s note: The passport system' })).toBeVisible();
  await entry.getByRole('link', { name: '¶ 30' }).click();
  await expect(page).toHaveURL(/\/sources\/strong-1934\/#p30$/);
});

test('every dated event and text stands in the list once, in order of time', async ({ page }) => {
  await page.goto('/timeline/');
  const ids = await page.locator('article[data-happening]').evaluateAll((all) => all.map(({ id }) => id));
  expect(ids).toEqual(happenings.map(({ id }) => id));
  await expect(page.locator('#james-1937-13-1')).toContainText('January 1937');
  await expect(page.locator('#strong-1934-1')).toContainText('21 September 1934');
});

for (const diagram of diagrams) {
  test(`${diagram.id}: every box and arrow stands in words with what the text says`, async ({ page }) => {
    await page.goto(`/diagrams/${diagram.id}/`);
    await expect(page.getByText('says, not what was')).toBeVisible();
    const drawing = page.locator('svg[data-diagram]');
    await expect(drawing).toHaveCount(1);
    await expect(drawing.locator('a.node')).toHaveCount(diagram.nodes.length);
    await expect(drawing.locator('a.label')).toHaveCount(diagram.edges.length);
    for (const link of await drawing.locator('a').all()) {
      const id = (await link.getAttribute('href'))?.slice(1) ?? '';
      await expect(
        page.locator(`li#${id} .ground a[href^="/sources/${diagram.source.id}/#p"]`),
      ).not.toHaveCount(0);
    }
    await expect(page.getByRole('region', { name: `Drawing: ${diagram.title}` })).toBeVisible();
  });

  test(`${diagram.id}: a phone has the same links, in one drawing, each large enough to touch`, async ({
    page,
  }) => {
    const hrefs = (svg: Locator) =>
      svg.locator('a').evaluateAll((all) => all.map((a) => a.getAttribute('href')).sort());
    await page.setViewportSize({ width: 390, height: 800 });
    await page.goto(`/diagrams/${diagram.id}/`);
    const [wide, narrow] = [page.locator('svg[data-diagram]'), page.locator('svg[data-diagram-narrow]')];
    await expect(wide).toBeHidden();
    expect(await hrefs(narrow)).toEqual(await hrefs(wide));
    // What is hidden is not read out either.
    await expect(page.getByRole('region').getByRole('group')).toHaveCount(1);
    const heights = await narrow
      .locator('a > rect')
      .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().height));
    expect(Math.min(...heights)).toBeGreaterThanOrEqual(24);
    await page.setViewportSize({ width: 320, height: 800 });
    expect(await leastLetters(narrow)).toBeGreaterThanOrEqual(12);
    expect(await scrollsSideways(page)).toBe(false);
    await narrow.locator('a.row').first().click();
    await expect(page).toHaveURL(/#edge-\d+$/);
  });
}

test('side by side at a desk, one under the other on a phone', async ({ page }) => {
  const tops = () =>
    page
      .locator(':is(svg[data-diagram], svg[data-diagram-narrow]):visible')
      .evaluateAll((all) => all.map((one) => Math.round(one.getBoundingClientRect().top)));
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto('/diagrams/');
  const [a = 0, b = 0] = await tops();
  expect(Math.abs(a - b)).toBeLessThan(60);
  await page.setViewportSize({ width: 390, height: 800 });
  const [c = 0, d = 0] = await tops();
  expect(d - c).toBeGreaterThan(500);
  const region = page.getByRole('region').first();
  await region.focus();
  await expect(region).toBeFocused();
});
