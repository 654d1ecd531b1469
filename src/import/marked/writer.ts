import { CONTROL } from '../decode.ts';
import { newBlock, type MarkedBlock } from './document.ts';

/** White space that HTML, XML and Markdown collapse; a no-break space is a sign of its own. */
const SPACE = /[ \t\n\r\f\v]+/g;
/** Signs without width, which only say where a line may end. */
const INVISIBLE = /[\u00ad\u200b\u2060\ufeff]/g;

type Doubt = MarkedBlock['doubts'][number];

/** Takes blocks and what stands in them in the order of a file. Words outside of a block begin a paragraph. */
export class MarkedWriter {
  /** The blocks that are whole. */
  readonly blocks: MarkedBlock[] = [];
  #open: MarkedBlock | undefined;
  /** What words outside of a block become. */
  #defaults: { kind: MarkedBlock['kind']; given: Partial<MarkedBlock> } = { kind: 'prose', given: {} };
  /** A space is owed before the next word. */
  #space = false;
  /** A line end divides a word here: white space before its second half is none. */
  #isDivided = false;
  #aside: MarkedBlock[] = [];
  #pages: string[] = [];
  #doubts: Doubt[] = [];
  #spans: { type: 'emphasis' | 'strong'; from: MarkedBlock | undefined; start: number }[] = [];

  /** Whether the open block has words. */
  get hasWords(): boolean {
    return this.#open !== undefined && this.#open.words !== '';
  }

  /** The words of the open block so far. */
  get words(): string {
    return this.#open?.words ?? '';
  }

  get kind(): MarkedBlock['kind'] {
    return this.#open?.kind ?? this.#defaults.kind;
  }

  /** Ends the open block and begins another. */
  begin(kind: MarkedBlock['kind'], given: Partial<MarkedBlock> = {}): void {
    this.end();
    this.#open = newBlock(kind, given);
  }

  /** Ends the open block; what was set aside comes after it. */
  end(): void {
    const open = this.#open;
    this.#open = undefined;
    this.#space = false;
    this.#isDivided = false;
    for (const span of this.#spans) {
      if (open && span.from === open && open.words.length > span.start)
        open.spans.push({ type: span.type, start: span.start, end: open.words.length });
      span.from = undefined;
      span.start = 0;
    }
    if (open && /\S/.test(open.words)) this.blocks.push(open);
    else if (open) {
      this.#pages = [...open.pages.map(({ n }) => n), ...this.#pages];
      this.#doubts.push(...open.doubts);
    }
    this.blocks.push(...this.#aside);
    this.#aside = [];
  }

  /** Ends the last block; what is still in doubt belongs to it. */
  finish(): MarkedBlock[] {
    this.end();
    this.blocks.at(-1)?.doubts.push(...this.#doubts);
    this.#doubts = [];
    return this.blocks;
  }

  /** What is written by `write` in blocks of its own has this kind, unless it begins blocks itself. */
  within(kind: MarkedBlock['kind'], given: Partial<MarkedBlock>, write: () => void): void {
    const before = this.#defaults;
    this.end();
    this.#defaults = { kind, given };
    write();
    this.end();
    this.#defaults = before;
  }

  add(text: string): void {
    const plain = text.replace(INVISIBLE, '').replace(CONTROL, '');
    for (const part of plain.split(/([ \t\n\r\f\v]+)/)) {
      if (part === '') continue;
      if (part.replace(SPACE, '') === '') {
        this.#space = this.hasWords && !this.#isDivided;
        continue;
      }
      const block = this.#block();
      if (this.#space && !block.words.endsWith('\n')) block.words += ' ';
      this.#space = false;
      for (const n of this.#pages) block.pages.push({ at: block.words.length, n });
      this.#pages = [];
      for (const span of this.#spans) {
        span.start = span.from === block ? span.start : block.words.length;
        span.from = block;
      }
      block.words += part;
      this.#isDivided = false;
    }
  }

  /** A space, whatever stands around. */
  space(): void {
    this.#space = this.hasWords;
  }

  /** A line end that may count: the block decides when it is whole. */
  lineEnd(): void {
    if (!this.#open || !this.hasWords) return;
    const words = this.#open.words.replace(/ +$/, '');
    // Two line ends are an empty line, more are no more than that.
    this.#open.words = words.endsWith('\n\n') ? words : `${words}\n`;
    this.#space = false;
  }

  /**
   * A line end that says nothing, but may divide a word after a hyphen.
   * @param isWithin whether the file says that it divides a word, hyphen or not
   */
  wrap(isWithin = false): void {
    const { words } = this;
    const divided = this.#open?.divided ?? [];
    const last = divided.at(-1) ?? -1;
    const isHyphen = /[\p{L}\p{N}][-‐¬]$/u.test(words);
    // The witness joins two halves of a word, and no three parts.
    const isThird = last >= 0 && last < words.length && !/\s/.test(words.slice(last));
    if (isHyphen && !isThird && this.kind !== 'heading') {
      if (last !== words.length) divided.push(words.length);
      this.#isDivided = true;
    } else if (isWithin && !isHyphen) this.#isDivided = true;
    else this.space();
  }

  span(type: 'emphasis' | 'strong', write: () => void): void {
    const span = { type, from: undefined as MarkedBlock | undefined, start: 0 };
    this.#spans.push(span);
    write();
    this.#spans.splice(this.#spans.indexOf(span), 1);
    if (span.from && span.from === this.#open && span.from.words.length > span.start)
      span.from.spans.push({ type, start: span.start, end: span.from.words.length });
  }

  /** Writes what stands for the call of a note. */
  call(target: string, write: () => void): void {
    const { block, start, end } = this.#stretch(write);
    block?.calls.push({ start, end, target });
  }

  /** Writes something raised. */
  raised(write: () => void): void {
    const { block, start, end } = this.#stretch(write);
    if (block && end > start) block.raised.push({ start, end });
  }

  /** Writes words that the file itself corrects. */
  reading(reading: string | undefined, note: string | undefined, write: () => void): void {
    const { block, start, end } = this.#stretch(write);
    if (block && end > start) block.readings.push({ start, end, reading, note });
  }

  page(n: string): void {
    const name = n.replace(/[\s[\]{}]/g, '');
    if (name !== '') this.#pages.push(name);
  }

  /** Words within a block that are no part of it: they follow it as words left out. */
  aside(text: string, why: string): void {
    const words = text.replace(INVISIBLE, '').replace(CONTROL, '').replace(SPACE, ' ').trim();
    if (words !== '') this.#aside.push(newBlock('omitted', { words, why }));
  }

  doubt(kind: Doubt['kind'], fact: string): void {
    (this.#open?.doubts ?? this.#doubts).push({ kind, fact });
  }

  #block(): MarkedBlock {
    this.#open ??= newBlock(this.#defaults.kind, { ...this.#defaults.given });
    this.#open.doubts.push(...this.#doubts);
    this.#doubts = [];
    return this.#open;
  }

  #stretch(write: () => void): { block: MarkedBlock | undefined; start: number; end: number } {
    const before = this.#open;
    const from = before?.words.length ?? 0;
    write();
    const block = this.#open;
    const text = block?.words ?? '';
    const start = block === before ? from : 0;
    const lead = /^\s*/.exec(text.slice(start))?.[0].length ?? 0;
    return { block, start: Math.min(start + lead, text.length), end: text.length };
  }
}
