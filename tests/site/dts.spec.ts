/** Distributed Text Services on the built site, as a program meets it: from the entry point, by its templates alone. */
import type { APIRequestContext } from '@playwright/test';
import { parseTemplate } from 'url-template';
import type { OfflineList } from '../../src/browser/offline/list.ts';
import { fileOf, textOf } from './dist.ts';
import { expect, test } from './fixtures.ts';

interface Texts {
  '@id': string;
  '@type': string;
  navigation: string;
  document: string;
  download: string[];
  citationTrees: { identifier?: string }[];
  member?: Texts[];
}
interface Units {
  member: { '@id'?: string; identifier: string }[];
}

/** The path of an address: the site is served elsewhere than it will be published. */
const pathOf = (address: string) => new URL(address).pathname;

/** Asks the server as a program would. */
async function ask(
  request: APIRequestContext,
  template: string,
  parameters: Record<string, string | number> = {},
) {
  const response = await request.get(pathOf(parseTemplate(template).expand(parameters)));
  expect(response.status(), response.url()).toBe(200);
  return response;
}

test('a program finds every text, its units and their words', async ({ request }) => {
  const entry = (await (await request.get('/dts/entry.json')).json()) as Record<string, string>;
  const collection = entry['collection'] ?? '';
  const texts: Texts[] = [];
  const find = async (parameters: Record<string, string>) => {
    const found = (await (await ask(request, collection, parameters)).json()) as Texts;
    if (found['@type'] === 'Resource') texts.push(found);
    for (const member of found.member ?? []) await find({ id: member['@id'] });
  };
  await find({});
  expect(texts.map((one) => one['@id'])).toEqual(['strong-1934', 'james-1937-13']);
  for (const text of texts) {
    for (const { identifier } of text.citationTrees) {
      const tree: Record<string, string> = identifier === undefined ? {} : { tree: identifier };
      const all = (await (await ask(request, text.navigation, { ...tree, down: -1 })).json()) as Units;
      expect(all.member.length).toBeGreaterThan(5);
      const reading = textOf(`/sources/${text['@id']}/`);
      for (const unit of all.member) {
        if (unit['@id'] !== undefined)
          expect(reading).toContain(`id="${new URL(unit['@id']).hash.slice(1)}"`);
        await ask(request, text.navigation, { ...tree, ref: unit.identifier, down: 0 });
        const document = await ask(request, text.document, { ...tree, ref: unit.identifier });
        expect(await document.text()).toContain('<dts:wrapper ');
      }
    }
    const whole = await (await ask(request, text.document)).text();
    expect(whole).toBe(textOf(`/sources/${text['@id']}/${text['@id']}.tei.xml`));
    for (const file of text.download) expect(fileOf(pathOf(file)), file).toBeDefined();
  }
});

test('what level 0 does not know is an error', async ({ request }) => {
  const { navigation = '' } = (await (await request.get('/dts/entry.json')).json()) as Record<string, string>;
  for (const parameters of [{}, { down: 0 }, { down: 1, start: 's1', end: 's2' }, { ref: 'p999' }]) {
    const address = parseTemplate(navigation).expand({ resource: 'strong-1934', ...parameters });
    expect((await request.get(pathOf(address))).status(), address).toBe(404);
  }
});

test('the page shows calls that are answered', async ({ page, request }) => {
  await page.goto('/dts/');
  const links = await page.getByRole('main').getByRole('link').all();
  const paths = await Promise.all(links.map((link) => link.getAttribute('href')));
  const calls = paths.flatMap((path) => (path?.startsWith('/dts/') ? [path] : []));
  expect(calls.length).toBeGreaterThan(12);
  for (const path of calls) expect((await request.get(path)).status(), path).toBe(200);
});

test('readers who keep the site do not keep its answers to programs', () => {
  const { files } = JSON.parse(textOf('/offline.json')) as OfflineList;
  const kept = files.map(([path]) => path).filter((path) => path.startsWith('/dts/'));
  expect(kept).toEqual(['/dts/']);
});
