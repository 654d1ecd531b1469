import { DOMParser } from '@xmldom/xmldom';
import { describe, expect, test } from 'vitest';
import { readContent } from '../../src/content-files.ts';
import { assemble } from '../../src/edition/assemble.ts';
import { titleOf } from '../../src/edition/labels.ts';
import type { Edition } from '../../src/edition/model.ts';
import { atomFeed } from '../../src/exports/feeds/atom.ts';
import { lastChanged } from '../../src/exports/feeds/last-changed.ts';
import { opdsCatalogue } from '../../src/exports/feeds/opds.ts';
import { llmsText } from '../../src/exports/feeds/llms.ts';
import { allFormats, type Formats } from '../../src/exports/formats.ts';

const site = new URL('https://example.org');
const { edition } = assemble(await readContent('.')) as { edition: Edition };
/** In its second release; the first is dated, the second in preparation. */
const { edition: small } = assemble(await readContent('tests/fixtures/edition')) as { edition: Edition };

const read = (xml: string) => new DOMParser({ onError: fail }).parseFromString(xml, 'application/xml');
function fail(level: string, message: string): never {
  throw new Error(`${level}: ${message}`);
}

describe('the Atom feed', () => {
  test('has what RFC 4287 asks of a feed and of each entry, each id once', () => {
    for (const one of [edition, small]) {
      const feed = read(atomFeed(one, site)).documentElement;
      expect(feed?.namespaceURI).toBe('http://www.w3.org/2005/Atom');
      const parts = [feed, ...(feed?.getElementsByTagName('entry') ?? [])];
      const ids = parts.map((part) => {
        for (const name of ['id', 'title', 'updated', 'link'])
          expect(
            [...(part?.childNodes ?? [])].filter(({ nodeName }) => nodeName === name).length,
            name,
          ).toBeGreaterThan(0);
        const updated = part?.getElementsByTagName('updated')[0]?.textContent ?? '';
        expect(new Date(updated).toISOString()).toBe(updated.replace('Z', '.000Z'));
        return part?.getElementsByTagName('id')[0]?.textContent;
      });
      expect(new Set(ids).size).toBe(ids.length);
    }
  });

  test('has an entry for each source that a release added', () => {
    const titles = [...read(atomFeed(edition, site)).getElementsByTagName('title')].map(
      (one) => one.textContent,
    );
    expect(titles).toEqual([
      'Contemporary Accounts: changes',
      'Release 2026.1, in preparation',
      'New: [Anna Louise Strong], [The Soviet “Dictatorship”]',
      'New: C. L. R. James, [The Great Retreat]',
    ]);
  });

  test('names what a later release changed in a source, with its address', () => {
    const links = [...read(atomFeed(small, site)).getElementsByTagName('a')].map((one) =>
      one.getAttribute('href'),
    );
    expect(links).toContain('https://example.org/sources/letter-1900/#p3');
    expect(links).toContain('https://example.org/notes/letter-1900/old-note/');
  });
});

test('a page has the day of the release that last changed its words, if that is published', () => {
  const published = lastChanged(small);
  expect(published('/sources/letter-1900/')).toBe('1900-12-31');
  expect(published('/about/')).toBeUndefined();
  // The only release of the edition itself is in preparation.
  expect(lastChanged(edition)('/sources/strong-1934/')).toBeUndefined();
});

test('llms.txt leads to the plain text of every source', () => {
  const text = llmsText(edition, site);
  expect(text).toMatch(/^# .+\n\n> .+\n/);
  for (const { id } of edition.sources)
    expect(text).toContain(`(https://example.org/sources/${id}/${id}.txt): `);
});

test('the OPDS catalogue has the whole edition and every source, each to be had as EPUB and PDF', () => {
  interface Publication {
    metadata: { identifier: string; title: string; author?: { name: string }[] };
    links: { rel?: string; href: string; type: string }[];
    images: { href: string }[];
  }
  const catalogue = opdsCatalogue(edition, site) as {
    links: { rel: string; href: string; type: string }[];
    publications: Publication[];
  };
  expect(catalogue.links).toContainEqual({
    rel: 'self',
    href: 'https://example.org/opds.json',
    type: 'application/opds+json',
  });
  expect(catalogue.publications.map(({ metadata: { title, author } }) => [title, author?.[0]?.name])).toEqual(
    [
      ['Contemporary Accounts', undefined],
      ['[The Soviet “Dictatorship”]', '[Anna Louise Strong]'],
      ['[The Great Retreat]', 'C. L. R. James'],
    ],
  );
  for (const { links, images } of catalogue.publications) {
    const acquired = links.filter(({ rel }) => rel === 'http://opds-spec.org/acquisition/open-access');
    expect(acquired.map(({ type }) => type)).toEqual(['application/epub+zip', 'application/pdf']);
    expect(images).toHaveLength(1);
    for (const { href } of [...links, ...images]) expect(new URL(href).origin).toBe('https://example.org');
  }
});

test('the catalogue has nothing that a build without EPUBs and PDFs has not made', () => {
  const none = { source: [], topic: [], edition: [] };
  const sourcesOnly = { ...allFormats, edition: [] };
  const titlesIn = (formats: Formats) =>
    (
      opdsCatalogue(edition, site, formats) as { publications: { metadata: { title: string } }[] }
    ).publications.map(({ metadata }) => metadata.title);
  expect(titlesIn(none)).toEqual([]);
  expect(titlesIn(sourcesOnly)).toEqual(edition.sources.map(titleOf));
  expect(titlesIn(allFormats)).toHaveLength(edition.sources.length + 1);
});
