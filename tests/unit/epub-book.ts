import { strFromU8, unzipSync } from 'fflate';
import { readContent } from '../../src/content-files.ts';
import { assemble } from '../../src/edition/assemble.ts';
import { epubMaterials } from '../../src/epub-materials.ts';
import { epubOfEdition } from '../../src/exports/epub/epub-of-edition.ts';
import { epubOfSource } from '../../src/exports/epub/epub-of-source.ts';
import { findAll, hasClass, readXml, wordsIn, type XmlElement } from './read-xml.ts';

export const site = new URL('https://edition.example');

/** All EPUBs of the edition in a folder, with what they were made of. */
export async function makeBooks(root: string) {
  const raw = await readContent(root);
  const { edition } = assemble(raw);
  const [first] = edition?.sources ?? [];
  if (!edition || !first) throw new Error(`${root} is no edition.`);
  const materials = await epubMaterials(edition, site, first);
  const context = raw.pages.find(({ file }) => file.endsWith('context.mdx'));
  const whole = epubOfEdition(edition, { ...materials, context });
  const books = edition.sources.map((source) => epubOfSource(edition, source, materials));
  return { edition, materials, context, whole, books, first };
}

/** An EPUB as read back: its XHTML pages in reading order. */
export interface ReadBook {
  files: Map<string, Uint8Array>;
  package: XmlElement;
  pages: { file: string; root: XmlElement }[];
}

/** @throws Error where a file is missing or not well-formed. */
export function readBook(bytes: Uint8Array): ReadBook {
  const files = new Map(Object.entries(unzipSync(bytes)));
  const xml = (name: string) => {
    const file = files.get(name);
    if (!file) throw new Error(`${name} is not in the book.`);
    return readXml(strFromU8(file));
  };
  const opf = xml('EPUB/package.opf');
  const items = new Map(
    findAll(opf, ({ name }) => name === 'item').map(({ attributes }) => [
      attributes.get('id'),
      attributes.get('href') ?? '',
    ]),
  );
  const spine = findAll(opf, ({ name }) => name === 'itemref').map(
    ({ attributes }) => items.get(attributes.get('idref')) ?? '',
  );
  return {
    files,
    package: opf,
    pages: spine.map((file) => ({ file, root: xml(`EPUB/${file}`) })),
  };
}

export const isApparatus = hasClass('number', 'call', 'page-break');

/** The words of the elements of a class on pages whose name matches, without what the edition put between them. */
export function wordsOfAll({ pages }: ReadBook, file: RegExp, ...classes: string[]): string[] {
  return pages
    .filter((page) => file.test(page.file))
    .flatMap(({ root }) => findAll(root, hasClass(...classes)))
    .map((element) => wordsIn(element, isApparatus));
}

/** The links of a book that lead to a place in it that is not there. */
export function brokenLinks({ pages }: ReadBook): string[] {
  const ids = new Map(
    pages.map(({ file, root }) => [
      file,
      new Set(
        findAll(root, ({ attributes }) => attributes.has('id')).map(({ attributes }) => attributes.get('id')),
      ),
    ]),
  );
  return pages.flatMap(({ file, root }) =>
    findAll(root, ({ name }) => name === 'a')
      .map(({ attributes }) => attributes.get('href') ?? '')
      .filter((href) => !/^https?:/.test(href))
      .filter((href) => {
        const [to = '', id] = href.split('#');
        const known = ids.get(to === '' ? file : to);
        return !known || (id !== undefined && !known.has(id));
      })
      .map((href) => `${file}: ${href}`),
  );
}
