/** Words of a TEI file, and what stands off them: the inverse of `inline.ts`. */
import type { Element } from '@xmldom/xmldom';
import { attribute, childrenOf, idOf, pointersOf } from './read-xml.ts';

/** A text as it was read; offsets are in UTF-16 code units. */
export interface ReadText {
  words: string;
  /** In order of `start`, longer ones first. */
  spans: ReadSpan[];
  /** In order of `at`. */
  points: ReadPoint[];
}

export interface ReadSpan {
  start: number;
  end: number;
  mark:
    | { type: 'emphasis' }
    | { type: 'strong' }
    | { type: 'link'; href: string }
    | { type: 'reading'; id: string; correction: string | undefined }
    /** Words that a note of the editor is on. */
    | { type: 'quoted'; id: string }
    /** `ref` is the id of an entry of the registers. */
    | { type: 'name'; ref: string };
}

export type ReadPoint = { at: number } & (
  | { type: 'call'; target: string }
  | { type: 'milestone'; unit: 'page'; n: string; facs?: string }
  | { type: 'line-break' }
  | { type: 'withheld'; count: number }
);

const names = new Set(['persName', 'placeName', 'orgName', 'term', 'name', 'title']);

/** What is read of one text, piece by piece. */
export class WordReader {
  private words = '';
  private readonly spans: ReadSpan[] = [];
  private readonly points: ReadPoint[] = [];
  /** The spans of which a piece was read, by the id of that piece. */
  private readonly pieces = new Map<string, ReadSpan[]>();

  /** The end of a line of verse: a mark, and a line feed in the words. */
  endLine(): void {
    this.points.push({ at: this.words.length, type: 'line-break' });
    this.add('\n');
  }

  add(words: string): void {
    this.words += words;
  }

  text(): ReadText {
    return {
      words: this.words,
      spans: this.spans.sort((a, b) => a.start - b.start || b.end - a.end),
      points: this.points,
    };
  }

  /** Reads what is in an element. */
  read(element: Element): this {
    for (const node of Array.from(element.childNodes)) {
      // Text and CDATA; comments and instructions are no words.
      if (node.nodeType === 3 || node.nodeType === 4) this.add(node.nodeValue ?? '');
      else if (node.nodeType === 1) this.readElement(node as Element);
    }
    return this;
  }

  private readElement(element: Element): void {
    const { localName } = element;
    // A correction is not in the witness, and a note within words is not theirs.
    if (localName === 'corr' || localName === 'note') return;
    const point = pointOf(element);
    if (point) {
      this.points.push({ at: this.words.length, ...point });
      return;
    }
    const marks = marksOf(element);
    const start = this.words.length;
    this.read(element);
    const end = this.words.length;
    if (end > start)
      this.mark(
        element,
        marks.map((mark) => ({ start, end, mark })),
      );
  }

  /** Adds spans, or lengthens those that these are a further piece of. */
  private mark(element: Element, spans: ReadSpan[]): void {
    const earlier = this.pieces.get(attribute(element, 'prev')?.slice(1) ?? '');
    for (const span of earlier ?? []) span.end = this.words.length;
    if (!earlier) this.spans.push(...spans);
    const id = idOf(element);
    if (id !== undefined) this.pieces.set(id, earlier ?? spans);
  }
}

/** The text of elements that hold words. */
export function readWords(element: Element): ReadText {
  return new WordReader().read(element).text();
}

function pointOf(element: Element) {
  const { localName } = element;
  if (localName === 'lb') return { type: 'line-break' as const };
  if (localName === 'gap')
    return { type: 'withheld' as const, count: Number(element.getAttribute('quantity')) };
  if (localName === 'ptr')
    return { type: 'call' as const, target: attribute(element, 'target')?.slice(1) ?? '' };
  if (localName !== 'pb') return undefined;
  const facs = attribute(element, 'facs');
  const n = attribute(element, 'n') ?? '';
  return { type: 'milestone' as const, unit: 'page' as const, n, ...(facs !== undefined && { facs }) };
}

function marksOf(element: Element): ReadSpan['mark'][] {
  const { localName } = element;
  if (localName === 'hi') return [{ type: attribute(element, 'rend') === 'bold' ? 'strong' : 'emphasis' }];
  if (localName === 'ref') return [{ type: 'link', href: attribute(element, 'target') ?? '' }];
  const id = idOf(element);
  if (localName === 'seg' && id !== undefined) return [{ type: 'quoted', id }];
  if (localName === 'choice' && id !== undefined) {
    const correction = childrenOf(element, 'corr')[0]?.textContent ?? undefined;
    return [{ type: 'reading', id, correction }];
  }
  if (localName === 'sic' && id !== undefined) return [{ type: 'reading', id, correction: undefined }];
  return names.has(localName ?? '') ? pointersOf(element, 'ref').map((ref) => ({ type: 'name', ref })) : [];
}
