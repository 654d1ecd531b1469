/** The longest page of each type, for all readers: axe, on a phone and on a desk; dark, its colours. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { pageTypes } from './dist.ts';
import { expect, test } from './fixtures.ts';

const tags = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'];
const colorRules = ['color-contrast', 'link-in-text-block'];

/** The states of a page that axe looks at. Dark changes colours alone, and the desk shows the most of them. */
const states = [
  { colorScheme: 'light', width: 390 },
  { colorScheme: 'light', width: 1440 },
  { colorScheme: 'dark', width: 1440 },
] as const;
type State = (typeof states)[number];

/** What axe finds on a page as it stands. */
async function faultsOf(page: Page, { colorScheme }: State): Promise<string[]> {
  const axe = new AxeBuilder({ page });
  const { violations } = await (
    colorScheme === 'dark' ? axe.withRules(colorRules) : axe.withTags(tags)
  ).analyze();
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(
      ({ target, failureSummary }) => `${id} (${help}) at ${target.join(' ')}: ${failureSummary ?? ''}`,
    ),
  );
}

for (const path of pageTypes) {
  for (const state of states) {
    const { colorScheme, width } = state;
    test(`${path} has no fault that axe knows, ${colorScheme}, ${String(width)} px`, async ({ page }) => {
      await page.setViewportSize({ width, height: 900 });
      // A colour measured in the middle of a transition is no colour of the page.
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.goto(path);
      expect(await faultsOf(page, state)).toEqual([]);
    });
  }

  test(`${path} needs no sideways scrolling at 320 px`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await page.goto(path);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  });
}

for (const state of states) {
  const { colorScheme, width } = state;
  test(`what readers open has no fault that axe knows, ${colorScheme}, ${String(width)} px`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.goto('/sources/strong-1934/#p9');
    await page.locator('#p12 a.number').click();
    await page.getByRole('dialog', { name: 'Cite Strong 1934, ¶ 12' }).waitFor();
    expect(await faultsOf(page, state), 'menu of a paragraph').toEqual([]);

    await page.goto('/find/');
    await page.locator('#quotation').fill('Stalin now ruled supreme. Every enemy had been disgraced');
    await page.getByRole('button', { name: 'Check' }).click();
    await page.getByText('Cite this passage').click();
    expect(await faultsOf(page, state), 'a quotation that was found').toEqual([]);
    await page.locator('#quotation').fill('No such words, my dear reader, were ever printed here');
    await page.getByRole('button', { name: 'Check' }).click();
    await page.getByText('Not found in this edition.').waitFor();
    expect(await faultsOf(page, state), 'a quotation that was not').toEqual([]);
  });
}
