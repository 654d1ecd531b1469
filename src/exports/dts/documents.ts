import { authorsOf, titleOf } from '../../edition/labels.ts';
import type { Edition, Source } from '../../edition/model.ts';
import type { MentionsAt } from '../../edition/register.ts';
import { rightsLines } from '../../edition/source-head.ts';
import { sourceFilePath, sourcePath } from '../../routes.ts';
import { beginWriting } from '../tei/inline.ts';
import { textElement } from '../tei/text.ts';
import { el, mixed, writeXml, type XmlElement } from '../xml.ts';
import { absolute, type Service } from './answers.ts';
import { PAGES, type CitationTree, type Unit } from './citation-trees.ts';
import { splitPages } from './split-pages.ts';

/** “XML/TEI encoding and sub-tree representation”. */
const NAMESPACE = 'https://w3id.org/api/dts#';

/** What a part of a text is written of besides that text. */
type Around = Pick<Service, 'site'> & { edition: Pick<Edition, 'header'> };

/** A text whose parts are wanted. */
export interface Written {
  source: Source;
  service: Around;
  body: XmlElement;
  /** The notes that came with it, hand by hand. */
  back: XmlElement | undefined;
  /** The body of each page, in order; cut when it is asked for. */
  pages: () => ReadonlyMap<number, XmlElement>;
}

/** The text of a source as elements of TEI, once for all its units. */
export function write(source: Source, mentions: MentionsAt, service: Around): Written {
  const { children } = textElement(beginWriting({ source, mentions, site: service.site }));
  const [body, back] = children.filter((child) => typeof child !== 'string');
  if (!body) throw new Error(`${source.id} has no text.`);
  let pages: ReturnType<typeof splitPages> | undefined;
  return { source, service, body, back, pages: () => (pages ??= splitPages(body)) };
}

/**
 * One unit of a text in TEI, within the elements that hold it; what was asked for stands in `dts:wrapper`.
 * The notes called in it follow. By `xml:base` all pointers lead to the file of the whole, whose ids these are.
 * @throws Error where the text has no such unit.
 */
export function unitDocument(written: Written, tree: CitationTree, unit: Unit): string {
  const { source, service } = written;
  const body =
    tree.identifier === PAGES
      ? pageOf(written, tree.units.indexOf(unit))
      : branchTo(unit.identifier, written.body);
  if (!body) throw new Error(`${source.id} has no element for the unit \`${unit.identifier}\`.`);
  const file = el(
    'TEI',
    {
      xmlns: 'http://www.tei-c.org/ns/1.0',
      'xml:lang': 'en',
      'xml:base': absolute(sourceFilePath(source.id, 'tei.xml'), service.site),
    },
    header(written, unit),
    el('text', { 'xml:lang': source.header.language }, body, notesCalledIn(body, written.back)),
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${writeXml(file)}\n`;
}

function wrapper(...children: XmlElement[]): XmlElement {
  return el('dts:wrapper', { 'xmlns:dts': NAMESPACE }, ...children);
}

/** The element with an id, in a wrapper, with those above it and nothing beside. */
function branchTo(id: string, element: XmlElement): XmlElement | undefined {
  if (element.attributes['xml:id'] === id) return wrapper(element);
  // No unit stands among words.
  if (element.isMixed) return undefined;
  for (const child of element.children) {
    const branch = typeof child === 'string' ? undefined : branchTo(id, child);
    if (branch) return { ...element, children: [branch] };
  }
  return undefined;
}

function pageOf({ body, pages }: Written, index: number): XmlElement {
  const page = pages().get(index);
  const blocks = (page?.children ?? []).filter((child) => typeof child !== 'string');
  return { ...body, children: [wrapper(...blocks)] };
}

/** The notes that are called in a part of a text, and those that these call. */
function notesCalledIn(part: XmlElement, back: XmlElement | undefined): XmlElement | undefined {
  if (!back) return undefined;
  const wanted = new Set<string>();
  let called = callsIn(part);
  while (called.length > 0) {
    called.forEach((pointer) => wanted.add(pointer));
    called = elementsIn(back)
      .filter((note) => isNote(note) && wanted.has(`#${note.attributes['xml:id'] ?? ''}`))
      .flatMap(callsIn)
      .filter((pointer) => !wanted.has(pointer));
  }
  const hands = back.children.flatMap((hand) => {
    if (typeof hand === 'string') return [];
    const notes = hand.children.filter(
      (note) => typeof note !== 'string' && wanted.has(`#${note.attributes['xml:id'] ?? ''}`),
    );
    return notes.length > 0 ? [{ ...hand, children: notes }] : [];
  });
  return hands.length > 0 ? { ...back, children: hands } : undefined;
}

function isNote({ name }: XmlElement): boolean {
  return name === 'note';
}

function callsIn(element: XmlElement): string[] {
  return elementsIn(element).flatMap(({ attributes: { type, target } }) =>
    type === 'noteAnchor' && target !== undefined ? [target] : [],
  );
}

function elementsIn(element: XmlElement): XmlElement[] {
  return [
    element,
    ...element.children.flatMap((child) => (typeof child === 'string' ? [] : elementsIn(child))),
  ];
}

/** What the part is of, whose it is, and where the header of the whole stands. */
function header({ source, service }: Written, unit: Unit): XmlElement {
  const { edition, site } = service;
  const { title, publisher } = edition.header;
  return el(
    'teiHeader',
    {},
    el(
      'fileDesc',
      {},
      el(
        'titleStmt',
        {},
        mixed(
          'title',
          {},
          `${titleOf(source)}: `,
          mixed('title', { 'xml:lang': unit.title.lang }, unit.title.value),
        ),
        mixed('author', {}, authorsOf(source)),
      ),
      el('editionStmt', {}, mixed('edition', {}, `${title}, release ${edition.header.release}`)),
      el(
        'publicationStmt',
        {},
        publisher === undefined ? mixed('authority', {}, title) : mixed('publisher', {}, publisher),
        mixed('idno', { type: 'URI' }, absolute(unit.path ?? sourcePath(source.id), site)),
        el('availability', {}, ...rightsLines(source).map((words) => mixed('p', {}, words))),
      ),
      el(
        'sourceDesc',
        {},
        mixed(
          'p',
          {},
          'A part of ',
          mixed('ref', { target: absolute(sourceFilePath(source.id, 'tei.xml'), site) }, titleOf(source)),
          ', whose header describes the text, its witness and its encoding.',
        ),
      ),
    ),
  );
}
