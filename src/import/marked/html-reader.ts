import { parseFragment } from 'parse5';
import { asWords, type MarkedBlock } from './document.ts';
import { isLinks, outsideMain } from './html-main.ts';
import { linkedNotes } from './html-notes.ts';
import {
  attr,
  blockOf,
  childrenOf,
  elementsIn,
  isBlock,
  isElement,
  isNamed,
  isSilent,
  wordsIn,
  type Element,
  type Node,
} from './html-tree.ts';
import type { MarkedWriter } from './writer.ts';

const PAGE = /^(?:page-?num(?:ber)?|pagebreak|doc-pagebreak|page-?note|pb|pgnum|pageno|page)$/i;
const VERSE = /^(?:verse|poem|poetry|stanza|lg|line-group|song)$/i;

/** Reads a piece of HTML into blocks that are being written, as within Markdown. */
export function readHtmlInto(writer: MarkedWriter, html: string): void {
  const fragment = parseFragment(`<div>${html}</div>`);
  const [div] = fragment.childNodes;
  if (isElement(div)) new HtmlReader(writer, div).read();
}

/** Reads the elements of a page, or of a piece of one, into blocks. */
export class HtmlReader {
  readonly #notes;
  readonly #leavesOut;
  readonly #out: MarkedWriter;
  readonly #body: Element;
  /** The note whose words are read. */
  #note: MarkedBlock['note'];
  #links = 0;
  #breaks = 1;
  readonly #isMade: boolean;
  readonly #isAll: boolean;

  constructor(writer: MarkedWriter, body: Element, { isMade = false, isAll = false } = {}) {
    this.#isMade = isMade;
    this.#out = writer;
    this.#body = body;
    this.#notes = linkedNotes(body);
    const starts = [...this.#notes.starts.keys()];
    this.#leavesOut = isAll ? () => undefined : outsideMain(body, (element) => starts.includes(element));
    this.#isAll = isAll;
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
      !this.#isAll &&
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
