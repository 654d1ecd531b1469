/** Promises that every page keeps, whatever it shows. */
import {
  factsOfAll,
  fileOf,
  pageTypes,
  paths,
  readingPages,
  sitemapAddresses,
  textOf,
  typeOf,
  type PageFacts,
} from './dist.ts';
import { expect, test as base } from './fixtures.ts';
import { htmlFaults } from './html-rules.ts';

const test = base.extend<object, { facts: Map<string, PageFacts> }>({
  facts: [async ({ browser }, use) => use(await factsOfAll(browser)), { scope: 'worker' }],
});

/** The address of the site, as its home page names it, without a slash at the end. */
const siteAddress = (facts: Map<string, PageFacts>): string =>
  new URL(facts.get('/')?.canonical ?? 'http://localhost').origin;

/** A path as its own page, or nothing when the address is on another site or is no web address. */
function ownPath(href: string, from: string, site: string): { path: string; fragment: string } | undefined {
  const url = new URL(href, `${site}${from}`);
  if (url.origin !== site) return undefined;
  // A text fragment marks words for the browser; it is no id.
  return { path: url.pathname, fragment: decodeURIComponent(url.hash.slice(1).replace(/:~:.*$/, '')) };
}

/** Whether a fragment names an element, or a range of elements like `p9-p11`. */
function resolves(fragment: string, ids: string[]): boolean {
  const ends = /^(\w+)-(\w+)$/.exec(fragment)?.slice(1);
  return fragment === '' || ids.includes(fragment) || (ends?.every((end) => ids.includes(end)) ?? false);
}

/** Pages of one type share their template: what they say is read of all, and one of each is opened. */
for (const [type, same] of Map.groupBy(paths, typeOf)) {
  test(`pages like ${type} say what they are and are valid HTML`, async ({ facts }) => {
    test.setTimeout(20_000 + 1000 * same.length);
    for (const path of same) {
      const served = facts.get(path);
      if (!served || served.redirects) continue;
      expect.soft(served.title, `title of ${path}`).toMatch(/\S/);
      expect.soft(served.headings, `number of h1 of ${path}`).toBe(1);
      expect.soft(served.lang, `language of ${path}`).toMatch(/^[a-z]{2}/);
      expect.soft(served.description ?? '', `description of ${path}`).toMatch(/\S/);
      if (!served.noindex)
        expect.soft(served.canonical, `canonical address of ${path}`).toBe(`${siteAddress(facts)}${path}`);
      expect.soft(await htmlFaults(textOf(path)), `faults of the HTML of ${path}`).toEqual([]);
    }
  });
}

for (const path of new Set([...pageTypes, ...readingPages.map((one) => one.path)])) {
  test(`the page ${path} loads without errors`, async ({ page }) => {
    // What a page asks for after it has loaded counts too.
    await page.goto(path, { waitUntil: 'networkidle' });
    await expect(page.locator('h1')).toBeVisible();
  });
}

test('no two pages have the same title', ({ facts }) => {
  const titles = Map.groupBy(
    [...facts].filter(([, page]) => !page.redirects),
    ([, page]) => page.title,
  );
  const shared = [...titles].filter(([, pages]) => pages.length > 1);
  expect(shared.map(([title, pages]) => `${title}: ${pages.map(([path]) => path).join(' ')}`)).toEqual([]);
});

test('every link leads to a page and to a place on it', ({ facts }) => {
  const site = siteAddress(facts);
  // One wrong link in a layout stands on every page, and is told once.
  const broken = new Map<string, string[]>();
  const report = (fault: string, from: string): void =>
    void broken.set(fault, [...(broken.get(fault) ?? []), from]);
  for (const [from, { links }] of facts) {
    for (const href of new Set(links)) {
      const target = ownPath(href, from, site);
      if (!target) continue;
      if (!fileOf(target.path)) report(`${target.path} is no page or file`, from);
      else if (!resolves(target.fragment, facts.get(target.path)?.ids ?? [])) {
        report(`${target.path} has no #${target.fragment}`, from);
      }
    }
  }
  expect(
    [...broken].map(([fault, from]) => `${fault}: linked from ${from.length} pages, ${from[0]}`),
  ).toEqual([]);
});

test('every file that a page loads is there, on the same server', ({ facts }) => {
  const site = siteAddress(facts);
  const missing: string[] = [];
  for (const [from, { loads }] of facts) {
    for (const href of new Set(loads)) {
      if (href.startsWith('data:')) continue;
      const target = ownPath(href, from, site);
      if (!target || !fileOf(target.path)) missing.push(`${from} loads ${href}`);
    }
  }
  expect(missing).toEqual([]);
});

test('the sitemap lists every page that may be found, and nothing else', ({ facts }) => {
  const indexed = [...facts].filter(([, page]) => !page.noindex && !page.redirects);
  const listed = sitemapAddresses();
  expect(listed.toSorted()).toEqual(indexed.map(([path]) => `${siteAddress(facts)}${path}`).toSorted());
  expect(new Set(listed).size, 'each once').toBe(listed.length);
});
