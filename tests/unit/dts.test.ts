/** Distributed Text Services: every call that is valid has its file, and says what the text model says. */
import { describe, expect, test } from 'vitest';
import { parseTemplate } from 'url-template';
import type { Source } from '../../src/edition/model.ts';
import { entryPoint } from '../../src/exports/dts/answers.ts';
import { editionIn, filesOf, site, type Answer } from './dts-files.ts';

const edition = await editionIn('.');
const files = filesOf(edition);
const templates = entryPoint(site);
const asked = new Set<string>([templates['@id']]);

function ask(template: string, parameters: Record<string, string | number>): Answer {
  const address = parseTemplate(template).expand(parameters);
  asked.add(address);
  const answer = files.get(address);
  if (!answer) throw new Error(`There is no file at ${address}.`);
  return answer;
}
const navigate = (resource: string, parameters: Record<string, string | number>) =>
  ask(templates.navigation, { resource, ...parameters });
const ids = (answer: Answer) => (answer.member ?? []).map(({ identifier }) => identifier);

/** Straight from the model: sections, each with its paragraphs, since these texts have no deeper ones. */
const sectionsOf = (source: Source) =>
  source.divisions.map(({ anchor, paragraphs }) => ({
    anchor,
    paragraphs: paragraphs.map((paragraph) => paragraph.anchor),
  }));

describe('collections', () => {
  const { collection } = templates;

  test('the edition holds its sources, and the wholes that they are parts of', () => {
    const root = ask(collection, {});
    expect(root).toMatchObject({
      '@type': 'Collection',
      title: 'Contemporary Accounts',
      totalParents: 0,
      totalChildren: 2,
      member: [
        { '@id': 'strong-1934', '@type': 'Resource', totalParents: 1, totalChildren: 0 },
        { '@id': 'james-1937', '@type': 'Collection', totalParents: 1, totalChildren: 1 },
      ],
    });
    expect(ask(collection, { nav: 'children' })).toEqual(root);
    expect(ask(collection, { id: root['@id'] })).toEqual(root);
    expect(ask(collection, { id: root['@id'], nav: 'children' })).toEqual(root);
    for (const parameters of [{ nav: 'parents' }, { id: root['@id'], nav: 'parents' }])
      expect(ask(collection, parameters)).toEqual({ ...root, member: [] });
  });

  test('a whole has its parts, and a part its whole', () => {
    const whole = { '@id': 'james-1937', title: 'World Revolution, 1917–1936', totalChildren: 1 };
    const part = { '@id': 'james-1937-13', '@type': 'Resource', totalParents: 1 };
    expect(ask(collection, { id: 'james-1937' })).toMatchObject({ ...whole, member: [part] });
    expect(ask(collection, { id: 'james-1937', nav: 'children' })).toMatchObject({ member: [part] });
    expect(ask(collection, { id: 'james-1937', nav: 'parents' })).toMatchObject({
      ...whole,
      member: [{ '@type': 'Collection', totalParents: 0 }],
    });
    expect(ask(collection, { id: 'james-1937-13' })).toMatchObject(part);
    expect(ask(collection, { id: 'james-1937-13', nav: 'children' })).not.toHaveProperty('member');
    expect(ask(collection, { id: 'james-1937-13', nav: 'parents' })).toMatchObject({
      ...part,
      member: [whole],
    });
  });

  test('a source says what it is, whose, and which words are supplied', () => {
    const strong = ask(collection, { id: 'strong-1934' });
    expect(strong).toMatchObject({
      title: '[The Soviet “Dictatorship”]',
      dublinCore: {
        creator: [{ lang: 'en-US', value: '[Anna Louise Strong]' }],
        date: '1934-10',
        language: ['en-US'],
        identifier: ['http://localhost:4321/sources/strong-1934/'],
      },
      citationTrees: [
        {
          citeStructure: [{ citeType: 'section', citeStructure: [{ citeType: 'paragraph' }] }],
        },
        { identifier: 'pages', citeStructure: [{ citeType: 'page' }] },
      ],
      mediaTypes: ['application/tei+xml'],
      download: ['tei.xml', 'json'].map(
        (ending) => `http://localhost:4321/sources/strong-1934/strong-1934.${ending}`,
      ),
    });
    expect(strong).not.toHaveProperty('member');
    expect(ask(collection, { id: 'strong-1934', nav: 'children' })).toEqual(strong);
    expect(ask(collection, { id: 'strong-1934', nav: 'parents' })).toMatchObject({
      member: [{ totalParents: 0 }],
    });
  });

  test('parts stand in the order of their whole, and a whole may be a source itself', () => {
    const [first, second] = edition.sources as [Source, Source];
    const part = (id: string, order: number, whole = 'book') => ({
      ...first,
      id,
      header: { ...first.header, 'part-of': { id: whole, title: 'A book', order } },
    });
    const sources = [
      part('last', 9),
      part('itself', 1, 'itself'),
      part('early', 2),
      { ...second, id: 'book' },
    ];
    sources[3] = { ...sources[3]!, header: { ...second.header, 'part-of': undefined } };
    const made = filesOf({ ...edition, sources });
    expect(made.get('http://localhost:4321/dts/collection/book.json')).toMatchObject({
      '@type': 'Resource',
      totalChildren: 2,
      member: [{ '@id': 'early' }, { '@id': 'last' }],
    });
    expect(made.get('http://localhost:4321/dts/collection.json')).toMatchObject({
      member: [{ '@id': 'itself' }, { '@id': 'book' }],
    });
  });
});

describe.each(edition.sources)('the units of $id', (source) => {
  const sections = sectionsOf(source);

  test('from the top: sections, then all (examples 1 and 2)', () => {
    const first = navigate(source.id, { down: 1 });
    expect(first).not.toHaveProperty('ref');
    expect(ids(first)).toEqual(sections.map(({ anchor }) => anchor));
    const all = sections.flatMap(({ anchor, paragraphs }) => [anchor, ...paragraphs]);
    expect(ids(navigate(source.id, { down: 2 }))).toEqual(all);
    expect(ids(navigate(source.id, { down: -1 }))).toEqual(all);
  });

  test('from a section: itself, its neighbours, its paragraphs (examples 3, 4, 7 and 8)', () => {
    for (const { anchor, paragraphs } of sections) {
      const own = navigate(source.id, { ref: anchor });
      expect(own).not.toHaveProperty('member');
      expect(own.ref).toMatchObject({ identifier: anchor, level: 1, parent: null, citeType: 'section' });
      expect(ids(navigate(source.id, { ref: anchor, down: 0 }))).toEqual(sections.map((one) => one.anchor));
      for (const down of [1, 2, -1]) {
        const answer = navigate(source.id, { ref: anchor, down });
        expect(answer.ref).toEqual(own.ref);
        expect(ids(answer)).toEqual([anchor, ...paragraphs]);
      }
    }
  });

  test('from a paragraph: itself, its neighbours, and nothing below (example 5)', () => {
    for (const { anchor, paragraphs } of sections) {
      for (const ref of paragraphs) {
        const own = navigate(source.id, { ref });
        expect(own).not.toHaveProperty('member');
        expect(own.ref).toEqual({
          '@id': `http://localhost:4321/sources/${source.id}/#${ref}`,
          '@type': 'CitableUnit',
          identifier: ref,
          level: 2,
          parent: anchor,
          citeType: 'paragraph',
          dublinCore: { title: [{ lang: 'en', value: `${source.header.short}, ¶ ${ref.slice(1)}` }] },
        });
        expect(ids(navigate(source.id, { ref, down: 0 }))).toEqual(paragraphs);
        for (const down of [1, 2, -1]) expect(navigate(source.id, { ref, down }).member).toEqual([own.ref]);
      }
    }
  });

  test('pages are a tree of their own, where they are known', () => {
    const breaks = source.paragraphs.flatMap(({ points }) =>
      points.flatMap((point) => (point.type === 'milestone' ? [point.n] : [])),
    );
    if (breaks.length === 0) {
      expect(() => navigate(source.id, { tree: 'pages', down: 1 })).toThrow('no file');
      return;
    }
    const pages = ['1', ...breaks];
    for (const down of [1, 2, -1]) expect(ids(navigate(source.id, { tree: 'pages', down }))).toEqual(pages);
    for (const ref of pages) {
      const own = navigate(source.id, { tree: 'pages', ref });
      expect(own.ref).toMatchObject({ identifier: ref, level: 1, parent: null, citeType: 'page' });
      expect(own.ref?.['@id']).toBe(
        ref === '1' ? undefined : `http://localhost:4321/sources/${source.id}/#page-${ref}`,
      );
      expect(ids(navigate(source.id, { tree: 'pages', ref, down: 0 }))).toEqual(pages);
      for (const down of [1, 2, -1])
        expect(navigate(source.id, { tree: 'pages', ref, down }).member).toEqual([own.ref]);
    }
  });

  test('what is no valid call, or what files cannot answer, has no file', () => {
    for (const wrong of [
      {},
      { down: 0 },
      { ref: 'p9999' },
      { tree: 'verses', down: 1 },
      { ref: 's1', down: 3 },
      { start: 's1', end: 's2' },
      { down: 1, start: 's1', end: 's2' },
    ])
      expect(() => navigate(source.id, wrong)).toThrow('no file');
  });

  test('the templates of its own lead to the same files', () => {
    const { resource } = navigate(source.id, { ref: 's1' }) as unknown as {
      resource: { navigation: string; collection: string };
    };
    const own = (template: string, parameters: Record<string, string | number>) =>
      files.get(parseTemplate(template).expand({ resource: source.id, ...parameters }));
    expect(own(resource.navigation, { ref: 'p2', down: -1 })).toBe(
      navigate(source.id, { ref: 'p2', down: -1 }),
    );
    expect(own(resource.collection, { nav: 'parents' })).toBe(
      ask(templates.collection, { id: source.id, nav: 'parents' }),
    );
  });
});

test('every file answers a call, and the calls above are all there are', () => {
  expect([...files.keys()].filter((address) => !asked.has(address))).toEqual([]);
});

test('every navigation names its own address, and the same source in the same words', () => {
  const said = new Map<string, string>();
  for (const [address, answer] of files) {
    if (answer['@type'] !== 'Navigation') continue;
    expect(answer['@id']).toBe(address);
    const { '@id': id } = answer.resource as { '@id': string };
    const words = JSON.stringify(answer.resource);
    expect(said.get(id) ?? words).toBe(words);
    said.set(id, words);
  }
});
