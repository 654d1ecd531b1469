import { parse, parseFragment } from 'parse5';
import { asDate, asLanguage, asWords, type MarkedBlock, type MarkedDocument } from './document.ts';
import { isLinks, outsideMain } from './html-main.ts';
import { linkedNotes } from './html-notes.ts';
import {
  attr,
  blockOf,
  childrenOf,
  contains,
  elementsIn,
  isBlock,
  isElement,
  isNamed,
  isSilent,
  wordsIn,
  type Element,
  type Node,
} from './html-tree.ts';
import { MarkedWriter } from './writer.ts';

const PAGE = /^(?:page-?num(?:ber)?|pagebreak|doc-pagebreak|page-?note|pb|pgnum|pageno|page)$/i;
const VERSE = /^(?:verse|poem|poetry|stanza|lg|line-group|song)$/i;

/**
 * Reads a page: its text nodes in their order, white space collapsed, signs without width left out. What
 * is no part of the text is among the blocks as omitted.
 * @param isMade whether a program made it of a DOCX: then its links back are no words of the file
 */
export function readHtml(html: string, { isMade = false } = {}): MarkedDocument {
  const document = parse(html, { scriptingEnabled: true });
  const all = elementsIn(document);
  const root = all.find(({ tagName }) => tagName === 'html');
  const body = all.find(({ tagName }) => tagName === 'body' || tagName === 'frameset');
  const title = all.find(({ tagName }) => tagName === 'title');
  const meta = (...names: string[]) => {
    const element = all.find(
      (one) =>
        one.tagName === 'meta' &&
        names.includes((attr(one, 'name') ?? attr(one, 'property') ?? '').toLowerCase()),
    );
    return element && asWords(attr(element, 'content'));
  };
  const writer = new MarkedWriter();
  const inTitle = title && wordsIn(title);
  if (inTitle)
    writer.aside(inTitle, 'The title in the head of the web page; what it says belongs in source.yaml.');
  writer.end();
  if (body) new HtmlReader(writer, body, isMade).read();
  const counts = Map.groupBy(
    all.filter(
      (element) => isSilent(element) && element.tagName !== 'head' && !(body && !contains(body, element)),
    ),
    ({ tagName }) => tagName,
  );
  for (const [name, found] of counts)
    writer.doubt('stray', `Not read as words: ${String(found.length)} × <${name}>.`);
  return {
    blocks: writer.finish(),
    titleLevel: 1,
    title: asWords(meta('dc.title', 'citation_title', 'og:title') ?? inTitle),
    author: meta('author', 'dc.creator', 'citation_author'),
    date: asDate(meta('dc.date', 'citation_date', 'citation_publication_date', 'date')),
    language: asLanguage(root && (attr(root, 'lang') ?? attr(root, 'xml:lang'))),
  };
}

/** Reads a piece of HTML into blocks that are being written, as within Markdown. */
export function readHtmlInto(writer: MarkedWriter, html: string): void {
  const fragment = parseFragment(`<div>${html}</div>`);
  const [div] = fragment.childNodes;
  if (isElement(div)) new HtmlReader(writer, div).read();
}

class HtmlReader {
  readonly #notes;
  readonly #leavesOut;
  readonly #out: MarkedWriter;
  readonly #body: Element;
  /** The note whose words are read. */
  #note: MarkedBlock['note'];
  #links = 0;
  #breaks = 1;
  readonly #isMade: boolean;

  constructor(writer: MarkedWriter, body: Element, isMade = false) {
    this.#isMade = isMade;
    this.#out = writer;
    this.#body = body;
    this.#notes = linkedNotes(body);
    const starts = [...this.#notes.starts.keys()];
    this.#leavesOut = outsideMain(body, (element) => starts.includes(element));
  }

  read(): void {
    this.#children(this.#body);
    this.#out.end();
    if (this.#links > 0)
      this.#out.doubt(
        'mark',
        `${String(this.#links)} links lead elsewhere; only their words are kept, their addresses stand in the original.`,
      );
  }

  #children(parent: Element): void {
    for (const child of childrenOf(parent)) this.#node(child);
  }

  #node(node: Node): void {
    if ('value' in node) this.#out.add(node.value);
    if (!isElement(node)) return;
    const id = this.#notes.starts.get(node);
    if (id !== undefined) {
      const block = blockOf(node);
      const mark = block.tagName === 'li' ? ordinalOf(block) : undefined;
      this.#note = { id, mark: mark === undefined ? undefined : String(mark) };
      this.#out.begin('note', { note: this.#note });
    }
    this.#element(node);
    if (this.#notes.ends.has(node)) {
      this.#note = undefined;
      this.#out.end();
    }
  }

  #element(element: Element): void {
    const out = this.#out;
    const name = element.tagName;
    if (isSilent(element)) return;
    const why = this.#isMade ? comment(element) : this.#leavesOut(element);
    if (why !== undefined && !isBlock(element)) return out.aside(wordsIn(element), why);
    if (why !== undefined)
      return out.within('omitted', { why }, () => {
        this.#plain(element);
      });
    if (this.#isMade && isNamed(element, /^pagebreak$/)) {
      this.#breaks += 1;
      return out.page(String(this.#breaks));
    }
    if (isNamed(element, PAGE) && !/^(?:body|main|article|section)$/.test(name) && this.#page(element))
      return;
    if (this.#notes.backs.has(element)) return this.#back(element);
    const called = this.#notes.calls.get(element);
    if (called !== undefined)
      return out.call(called, () => {
        this.#children(element);
      });
    if (isBlock(element)) return this.#blockElement(element);
    if (name === 'br') out.lineEnd();
    else if (name === 'sup')
      out.raised(() => {
        this.#children(element);
      });
    else if (
      /^(?:em|i|cite|dfn|var)$/.test(name) ||
      /font-style\s*:\s*(?:italic|oblique)/i.test(attr(element, 'style') ?? '')
    )
      out.span('emphasis', () => {
        this.#children(element);
      });
    else if (/^(?:b|strong)$/.test(name))
      out.span('strong', () => {
        this.#children(element);
      });
    else if (name === 'img') {
      const alt = asWords(attr(element, 'alt'));
      out.doubt('mark', `A picture stands here${alt === undefined ? '' : `: “${alt}”`}; it is not kept.`);
    } else {
      if (/^(?:del|s|strike)$/.test(name))
        out.doubt('mark', `“${wordsIn(element).trim()}” is struck out in the file; it is kept as words.`);
      if (name === 'a' && /^(?!#)/.test(attr(element, 'href') ?? '#')) this.#links += 1;
      this.#children(element);
    }
  }

  #blockElement(element: Element): void {
    const out = this.#out;
    const name = element.tagName;
    if (this.#note !== undefined) {
      const note = this.#note;
      return out.within('note', { note }, () => {
        this.#children(element);
      });
    }
    if (
      /^(?:p|div|td|li|center|ul)$/.test(name) &&
      isLinks(element) &&
      !elementsIn(element).some((one) => this.#notes.calls.has(one))
    )
      return out.within('omitted', { why: 'Links of the web page.' }, () => {
        this.#plain(element);
      });
    const read = () => {
      this.#children(element);
    };
    if (/^h[1-6]$/.test(name)) {
      out.begin('heading', { level: Number(name.charAt(1)) });
      read();
      out.end();
    } else if (name === 'blockquote') out.within('quotation', {}, read);
    else if (isNamed(element, VERSE)) out.within('verse', {}, read);
    else if (name === 'li') {
      out.within('item', { ordinal: ordinalOf(element) }, read);
    } else if (name === 'pre') this.#preformatted(element);
    else if (/^(?:td|th)$/.test(name)) {
      out.space();
      read();
      out.space();
    } else if (name === 'tr') {
      out.end();
      read();
      out.end();
    } else {
      if (name === 'table') out.doubt('mark', 'A table stands here: each of its rows is a paragraph.');
      if (name === 'hr') out.doubt('mark', 'A rule stands before this; it is not kept.');
      // A paragraph in an item or a quotation is of the kind of what it stands in.
      out.end();
      read();
      out.end();
    }
  }

  /** Words as they stand, an empty line between two blocks. */
  #preformatted(element: Element): void {
    this.#out.doubt(
      'paragraph',
      'Set in fixed lines in the file; each empty line is taken as the end of a paragraph.',
    );
    for (const part of wordsIn(element).split(/\n[ \t]*\n/)) {
      this.#out.end();
      part.split('\n').forEach((line) => {
        this.#out.add(line);
        this.#out.lineEnd();
      });
      this.#out.end();
    }
  }

  /** A mark of a page; its number is no word of the text. Not one if it holds more than a number. */
  #page(element: Element): boolean {
    const says = wordsIn(element).replace(/\s+/g, ' ').trim();
    const said = /^[[({|\s]*(?:p(?:age|g|p)?\.?\s*)?(\d{1,4}|[ivxlc]{1,8})[\])}|\s.]*$/i.exec(says)?.[1];
    const named = /(\d{1,4}|[ivxlc]+)$/i.exec(
      attr(element, 'aria-label') ?? attr(element, 'title') ?? attr(element, 'id') ?? '',
    )?.[1];
    const n = said ?? (says === '' ? named : undefined);
    if (n === undefined) return false;
    this.#out.page(n);
    this.#out.aside(says, 'The number of a page; the text has its mark.');
    return true;
  }

  /** A link back to a call: part of the number of the note, or else no part of it. */
  #back(element: Element): void {
    const words = wordsIn(element);
    const isNumber = !this.#out.hasWords || /^[[({\s]+$/.test(this.#out.words);
    if (isNumber && /[\d*†‡§]/.test(words)) this.#children(element);
    else if (!this.#isMade) this.#out.aside(words, 'The link from a note back to its call.');
  }

  /** Words of what is left out. */
  #plain(element: Element): void {
    for (const child of childrenOf(element)) {
      if ('value' in child) this.#out.add(child.value);
      else if (isElement(child) && !isSilent(child)) {
        const isApart = isBlock(child) || /^(?:br|option|button|a)$/.test(child.tagName);
        if (isApart) this.#out.space();
        this.#plain(child);
        if (isApart) this.#out.space();
      }
    }
  }
}

/** Comments and their calls, as they come from a DOCX. */
function comment(element: Element): string | undefined {
  const isComment =
    isNamed(element, /^comment-call$/) ||
    (element.tagName === 'dl' && elementsIn(element).some((one) => /^comment-/.test(attr(one, 'id') ?? '')));
  return isComment ? 'A comment in the file.' : undefined;
}

function ordinalOf(item: Element): number | undefined {
  const list = item.parentNode;
  if (!isElement(list) || list.tagName !== 'ol') return undefined;
  const own = Number(attr(item, 'value') ?? NaN);
  if (Number.isInteger(own)) return own;
  const before = list.childNodes
    .filter((node): node is Element => isElement(node) && node.tagName === 'li')
    .indexOf(item);
  return Number(attr(list, 'start') ?? 1) + before;
}

/** The encoding that a page or a file of XML names; none if its bytes begin with the mark of another. */
export function htmlEncoding(bytes: Uint8Array): string | undefined {
  const [a, b, c] = bytes;
  if ((a === 0xef && b === 0xbb && c === 0xbf) || (a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff))
    return undefined;
  const start = Array.from(bytes.subarray(0, 2000), (byte) => String.fromCharCode(byte)).join('');
  const said = /^\s*<\?xml[^>]*\bencoding=["']([\w.:-]+)["']|<meta[^>]+charset=["']?\s*([\w.:-]+)/i.exec(
    start,
  );
  const name = said?.[1] ?? said?.[2];
  // UTF-8 is found by itself, and files that only say that they are in it are not.
  return name === undefined || /^(?:utf-?8|utf-?16.*)$/i.test(name) ? undefined : name;
}
