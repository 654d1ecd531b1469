/** The table of figures and the charts, as readers use them. */
import { expect, test } from './fixtures.ts';
import { htmlFaults } from './html-rules.ts';
import { paths, textOf } from './dist.ts';

const charts = paths.filter((path) => /^\/figures\/.+\/$/.test(path));

test('the table is sorted by keyboard, both ways and back to the order of the texts', async ({ page }) => {
  await page.goto('/figures/');
  const rows = page.locator('claims-table tbody tr');
  const head = page.getByRole('columnheader', { name: 'Value' });
  const first = await rows.first().getAttribute('id');
  await head.getByRole('button').focus();
  await page.keyboard.press('Enter');
  await expect(head).toHaveAttribute('aria-sort', 'ascending');
  await expect(page.locator('claims-table').getByRole('status')).toHaveText('Value: ascending.');
  const numbers = await rows
    .locator('td.amount')
    .evaluateAll((cells) => cells.map((cell) => cell.getAttribute('data-number') ?? ''));
  const known = numbers.filter(Boolean).map(Number);
  expect(known).toEqual(known.toSorted((a, b) => a - b));
  expect(numbers.slice(known.length).every((one) => one === '')).toBe(true);
  await page.keyboard.press('Space');
  await expect(head).toHaveAttribute('aria-sort', 'descending');
  await expect(rows.first()).toContainText('4 or 8 billion');
  await page.keyboard.press('Enter');
  await expect(head).not.toHaveAttribute('aria-sort');
  await expect(rows.first()).toHaveAttribute('id', first ?? '');
});

test('the table is filtered by source and by words', async ({ page }) => {
  await page.goto('/figures/');
  const shown = page.locator('claims-table tbody tr:visible');
  const all = await shown.count();
  await page.getByLabel('Source').selectOption('James 1937, ch. 13');
  await expect(page.locator('claims-table').getByRole('status')).toHaveText(`79 of ${String(all)} figures.`);
  await page.getByLabel('Words').fill('short STEEL');
  await expect(shown).toHaveCount(2);
  await expect(shown.first()).toContainText('seventy-four per cent short in steel');
  await page.getByLabel('Words').fill('');
  await page.getByLabel('Source').selectOption('all');
  await expect(shown).toHaveCount(all);
});

test('the very words of a figure stand in the paragraph that its row leads to', async ({ page }) => {
  await page.goto('/figures/');
  await page
    .locator('[id="strong-1934--staff-entered"]')
    .getByRole('link', { name: 'Strong 1934, ¶ 26' })
    .click();
  await expect(page).toHaveURL(/\/sources\/strong-1934\/#p26$/);
  await expect(page.locator('#p26')).toContainText('1,290');
});

test('a mark of a chart leads to its paragraph, one that the edition supplied to its account', async ({
  page,
}) => {
  await page.goto('/figures/plan-shortfalls/');
  const chart = page.locator('svg.chart:visible');
  await expect(chart).toHaveCount(1);
  await chart.getByRole('link', { name: /^Coal: 14 per cent short/ }).click();
  await expect(page).toHaveURL(/#series-2$/);
  await chart
    .getByRole('link', { name: 'Coal: 28 per cent short of the target. James 1937, ch. 13, ¶ 10' })
    .focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/sources\/james-1937-13\/#p10$/);
});

test('the files for programs are whole', async ({ request }) => {
  const csv = await request.get('/figures/claims.csv');
  expect(csv.headers()['content-type']).toContain('text/csv');
  const bytes = await csv.body();
  expect([...bytes.subarray(0, 6)]).toEqual([...Buffer.from('source')]);
  expect(bytes.toString('utf8').split('\r\n')).toHaveLength(154);
  const { claims } = (await (await request.get('/figures/claims.json')).json()) as { claims: unknown[] };
  expect(claims).toHaveLength(152);
  const grain = await (await request.get('/figures/grain/grain.csv')).text();
  expect(grain).toContain('\r\nHarvest of 1935,,Accepted later,75,,,,million tons,,,,,\r\n');
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });
  test('the table stands in the order of the texts, and offers nothing that does not work', async ({
    page,
  }) => {
    await page.goto('/figures/');
    await expect(page.locator('claims-table tbody tr')).toHaveCount(152);
    await expect(page.locator('claims-table search')).toBeHidden();
    await expect(page.locator('claims-table button')).toHaveCount(0);
  });
});

for (const path of ['/figures/', ...charts]) {
  test(`${path} is valid, and fits a phone with letters that can be read`, async ({ page }) => {
    expect(await htmlFaults(textOf(path))).toEqual([]);
    for (const width of [320, 390]) {
      await page.setViewportSize({ width, height: 800 });
      await page.goto(path);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    }
    const sizes = await page
      .locator('svg.chart:visible text')
      .evaluateAll((texts) =>
        texts.map(
          (one) =>
            parseFloat(getComputedStyle(one).fontSize) * ((one as SVGTextElement).getScreenCTM()?.a ?? 0),
        ),
      );
    expect(Math.min(13, ...sizes)).toBeGreaterThanOrEqual(13);
  });
}
