import type { Element } from '@xmldom/xmldom';
import { asWords, type MarkedBlock } from './document.ts';
import { elements, idOf, named, plain } from './tei-tree.ts';
import type { MarkedWriter } from './writer.ts';

const BLOCKS =
  /^(?:TEI|TEI\.2|teiCorpus|text|group|front|body|back|div|div[1-7]|list|table|sp|cit|epigraph|opener|closer|postscript|figure|titlePage|docTitle|listBibl|floatingText|castList|argument|docImprint|standOff|sourceDoc|facsimile|listAnnotation|annotation)$/;
const PARAGRAPHS =
  /^(?:p|ab|item|row|byline|dateline|salute|signed|trailer|speaker|stage|label|docAuthor|docDate|docEdition|titlePart|figDesc|desc|castItem|publisher|pubPlace|imprimatur)$/;

/** Reads the elements of a text into blocks. */
export class TeiReader {
  readonly #out: MarkedWriter;
  readonly #ids: Map<string, Element>;
  /** What `ref` and `ptr` lead to. */
  readonly #targets: Set<string>;
  /** Notes within paragraphs, which are read after them. */
  #notes: { element: Element; note: MarkedBlock['note'] }[] = [];
  #note: MarkedBlock['note'];
  #depth = 0;
  #count = 0;

  constructor(writer: MarkedWriter, root: Element) {
    this.#out = writer;
    const all = (node: Element): Element[] => [node, ...elements(node).flatMap(all)];
    this.#ids = new Map(all(root).flatMap((one) => (idOf(one) === '' ? [] : [[idOf(one), one] as const])));
    const pointers = [...named(root, 'ref'), ...named(root, 'ptr')];
    this.#targets = new Set(pointers.map((one) => one.getAttribute('target') ?? ''));
  }

  read(text: Element): void {
    this.#children(text);
    this.#end();
  }

  #children(parent: Element): void {
    for (const child of Array.from(parent.childNodes)) {
      if (child.nodeType === 3 || child.nodeType === 4) this.#out.add(child.nodeValue ?? '');
      else if (child.nodeType === 1) this.#element(child as Element);
    }
  }

  /** Ends a block; the notes that are called in it follow. */
  #end(): void {
    this.#out.end();
    const notes = this.#notes;
    this.#notes = [];
    for (const { element, note } of notes) this.#readNote(element, note);
  }

  #block(kind: MarkedBlock['kind'], given: Partial<MarkedBlock>, element: Element): void {
    if (this.#note) {
      this.#out.within('note', { note: this.#note }, () => {
        this.#children(element);
      });
      return;
    }
    this.#end();
    this.#out.within(kind, given, () => {
      this.#children(element);
    });
    this.#end();
  }

  #element(element: Element): void {
    const out = this.#out;
    const name = element.localName ?? '';
    const read = () => {
      this.#children(element);
    };
    const attribute = (one: string) => element.getAttribute(one) ?? '';
    if (name === 'head' && !/^(?:list|table|figure|lg)$/.test(element.parentNode?.localName ?? ''))
      return this.#head(element);
    if (name === 'head') return this.#block('prose', {}, element);
    if (/^div[1-7]?$/.test(name)) {
      this.#end();
      this.#depth += 1;
      read();
      this.#end();
      this.#depth -= 1;
      return;
    }
    if (name === 'quote' || name === 'q' || name === 'said') {
      const isBlock =
        /^(?:div\d?|body|front|back|cit|epigraph|sp|text)$/.test(element.parentNode?.localName ?? '') ||
        elements(element).some((one) => /^(?:p|lg|ab)$/.test(one.localName ?? ''));
      return isBlock ? this.#block('quotation', {}, element) : read();
    }
    if (name === 'lg')
      return elements(element).some((one) => one.localName === 'lg')
        ? read()
        : this.#block('verse', {}, element);
    if (name === 'l') {
      read();
      return out.lineEnd();
    }
    if (name === 'item') return this.#block('item', {}, element);
    if (name === 'cell') {
      read();
      return out.space();
    }
    if (BLOCKS.test(name)) {
      if (name === 'figure') out.doubt('mark', 'A figure stands here; only its words are kept.');
      if (name === 'table') out.doubt('mark', 'A table stands here: each of its rows is a paragraph.');
      this.#end();
      read();
      return this.#note ? undefined : this.#end();
    }
    if (PARAGRAPHS.test(name)) return this.#paragraph(element);
    if (name === 'note') return this.#noteElement(element);
    if (name === 'pb') return out.page(attribute('n'));
    if (name === 'lb') return out.wrap(attribute('break') === 'no');
    if (name === 'fw' || name === 'index')
      return out.aside(
        plain(element),
        name === 'fw'
          ? 'A running head, page number or the like of the witness.'
          : 'An entry for an index, which the text does not print.',
      );
    if (name === 'ptr' || name === 'ref') return this.#pointer(element);
    if (name === 'choice') return this.#choice(element);
    if (name === 'sic') return out.reading(undefined, undefined, read);
    if (name === 'corr') {
      out.doubt(
        'mark',
        `“${plain(element).trim()}” is a correction by whoever made the file; what stood there is not known.`,
      );
      return read();
    }
    if (name === 'app') return this.#app(element);
    if (name === 'hi' || name === 'emph' || name === 'foreign' || name === 'title')
      return this.#highlighted(element);
    if (name === 'del' || name === 'surplus')
      return out.aside(plain(element), `Struck out or superfluous, as the file says (\`${name}\`).`);
    if (name === 'gap') return out.doubt('mark', 'The file says that words are missing here (`gap`).');
    if (/^(?:add|supplied|unclear|damage)$/.test(name))
      out.doubt(
        'mark',
        `“${plain(element).trim()}” is marked as \`${name}\` in the file; it is kept as words.`,
      );
    read();
  }

  #paragraph(element: Element): void {
    const parent = element.parentNode?.localName ?? '';
    if (/^(?:label)$/.test(element.localName ?? '') && this.#out.kind === 'note')
      return this.#children(element);
    if (
      parent === 'quote' ||
      parent === 'item' ||
      parent === 'note' ||
      parent === 'cell' ||
      parent === 'epigraph' ||
      parent === 'q'
    ) {
      // It is of the kind of what it stands in.
      if (this.#note) return this.#block('note', {}, element);
      this.#out.end();
      this.#children(element);
      this.#end();
      return;
    }
    this.#block('prose', {}, element);
  }

  #head(element: Element): void {
    this.#end();
    this.#out.begin('heading', { level: Math.max(1, this.#depth) });
    this.#children(element);
    this.#end();
  }

  #noteElement(element: Element): void {
    const own = idOf(element);
    const id = own === '' ? `note-${String((this.#count += 1))}` : own;
    const mark = asWords(element.getAttribute('n'))?.replace(/\s/g, '-');
    const parent = element.parentNode?.localName ?? '';
    const isInText =
      /^(?:p|ab|l|head|item|cell|q|quote|seg|hi|said|lg|row|byline|signed|emph|title|name|persName|placeName|rs|s|ref|foreign|salute|dateline|choice|sic|corr|orig|reg|abbr|expan|bibl|note|speaker|closer|opener|label|date|num|measure|term|unclear|supplied|add)$/.test(
        parent,
      ) && element.getAttribute('target') === null;
    const note = { id, mark };
    if (!isInText || (own !== '' && this.#targets.has(`#${own}`))) {
      this.#end();
      return this.#readNote(element, note);
    }
    this.#out.call(id, () => undefined);
    this.#notes.push({ element, note });
  }

  #readNote(element: Element, note: MarkedBlock['note']): void {
    const before = this.#note;
    this.#note = note;
    this.#out.within('note', { note }, () => {
      this.#children(element);
    });
    this.#note = before;
    this.#out.end();
    const own = this.#notes;
    this.#notes = [];
    for (const one of own) this.#readNote(one.element, one.note);
  }

  #pointer(element: Element): void {
    const target = (element.getAttribute('target') ?? '')
      .split(/\s+/)
      .find((one) => one.startsWith('#'))
      ?.slice(1);
    const note = target === undefined ? undefined : this.#ids.get(target);
    if (note?.localName === 'note' && !this.#isOwn(note))
      this.#out.call(target ?? '', () => {
        this.#children(element);
      });
    else this.#children(element);
  }

  /** A note may point back to its call. */
  #isOwn(note: Element): boolean {
    return this.#note !== undefined && this.#note.id === idOf(note);
  }

  /** The reading of the witness, with the other as what the file makes of it. */
  #choice(element: Element): void {
    const pairs = [
      ['sic', 'corr', undefined],
      ['orig', 'reg', 'Regularised so in the file.'],
      ['abbr', 'expan', 'Written out so in the file.'],
    ] as const;
    for (const [kept, other, said] of pairs) {
      const [own] = elements(element).filter((one) => one.localName === kept);
      const [reading] = elements(element).filter((one) => one.localName === other);
      if (!own) continue;
      this.#out.reading(reading && asWords(plain(reading)), said, () => {
        this.#children(own);
      });
      return;
    }
    const [first, ...others] = elements(element);
    if (first) this.#children(first);
    for (const one of others)
      this.#out.aside(plain(one), `Another reading in the file (\`${one.localName ?? ''}\`).`);
  }

  #app(element: Element): void {
    const readings = elements(element).filter((one) => /^(?:lem|rdg)$/.test(one.localName ?? ''));
    const kept = readings.find((one) => one.localName === 'lem') ?? readings[0];
    if (kept) this.#children(kept);
    for (const one of readings)
      if (one !== kept)
        this.#out.aside(
          plain(one),
          `The reading of another witness${one.getAttribute('wit') ? ` (${one.getAttribute('wit') ?? ''})` : ''} in the file.`,
        );
  }

  #highlighted(element: Element): void {
    const rend = `${element.getAttribute('rend') ?? ''} ${element.getAttribute('rendition') ?? ''} ${element.getAttribute('style') ?? ''}`;
    const read = () => {
      this.#children(element);
    };
    if (/sup/i.test(rend)) return this.#out.raised(read);
    if (/bold/i.test(rend)) return this.#out.span('strong', read);
    const isItalic =
      /ital|oblique|\bi\b|emph/i.test(rend) ||
      (rend.trim() === '' && /^(?:hi|emph)$/.test(element.localName ?? ''));
    if (isItalic || element.localName === 'emph') return this.#out.span('emphasis', read);
    if (element.localName === 'hi')
      this.#out.doubt(
        'mark',
        `“${plain(element).trim()}” is set as \`${rend.trim()}\` in the file, which is not kept.`,
      );
    read();
  }
}
