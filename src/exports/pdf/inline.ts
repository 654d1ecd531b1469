/**
 * Texts as the templates read them: JSON, in which the words are strings that Typst sets as they are. So
 * nothing in a word can be taken for markup, whatever its characters.
 */
import { withheldSign } from '../../edition/labels.ts';
import type { Note, Point, Text } from '../../edition/model.ts';
import { textOfExcerpt } from '../../edition/text-of-excerpt.ts';
import { toTree, type TreeNode } from '../../edition/tree.ts';
import { addressOf, anchorPath } from '../../routes.ts';
import type { NoteData } from './notes.ts';

/** A piece of a line. `to` is a full address, or `#` and a label within the document. */
export type Inline =
  | string
  | { kind: 'emphasis' | 'strong'; inner: Inline[] }
  | { kind: 'link'; to: string; inner: Inline[] }
  /** A reading that the apparatus speaks of; a sign that leads to it stands after its last piece. */
  | { kind: 'reading'; id: string; inner: Inline[]; isLast: boolean }
  | { kind: 'call'; note: NoteData }
  | { kind: 'page-break'; n: string }
  | { kind: 'line-break' }
  /** A place within a long word where a line may end. */
  | { kind: 'may-break' }
  /** What the edition says within quoted words: `[…]`. */
  | { kind: 'sign'; text: string };

/** What pieces of a text need to know of what stands around them. */
export interface Surroundings {
  /** The address of the site. */
  site: URL;
  /** The path of the page that the words stand on, for links within it. */
  page?: string;
  /** The note of a call; calls are left out where there is none, as in quoted words. */
  note?: (note: Note) => NoteData;
  /** The label of a reading within the document; readings have no sign where there is none. */
  reading?: (id: string) => string;
  /** Whether page breaks of the witness are shown. */
  breaks?: boolean;
}

/** A text whole. */
export function inlineText(text: Text, around: Surroundings): Inline[] {
  return withoutSpaceAfterBreaks(toTree(text).flatMap((node) => fromNode(node, around)));
}

/** The white space that a line end of verse is in the words would push the next line in. */
function withoutSpaceAfterBreaks(pieces: Inline[]): Inline[] {
  return pieces.map((piece, index) => {
    const before = pieces[index - 1];
    const isAfterBreak = typeof before === 'object' && before.kind === 'line-break';
    return isAfterBreak && typeof piece === 'string' ? piece.replace(/^ /, '') : piece;
  });
}

/** Words of a text from `start` up to `end`, with `[…]` where others are left out. */
export function inlineExcerpt(text: Text, start: number, end: number, around: Surroundings): Inline[] {
  const leftOut: Inline = { kind: 'sign', text: '[…]' };
  return [
    ...(start > 0 ? [leftOut, '\u00a0'] : []),
    ...inlineText(textOfExcerpt(text, start, end), around),
    ...(end < text.words.length ? ['\u00a0', leftOut] : []),
  ];
}

/** The words of pieces, without what stands off them. */
export function wordsOfInline(pieces: readonly Inline[]): string {
  return pieces
    .map((piece) => {
      if (typeof piece === 'string') return piece;
      if ('inner' in piece) return wordsOfInline(piece.inner);
      return piece.kind === 'line-break' ? ' ' : '';
    })
    .join('');
}

/** A path of the site, or an address elsewhere, as a full address. */
export function fullAddress(path: string, site: URL): string {
  return addressOf(path, site);
}

/** A paragraph of a source by its permanent address. */
export function paragraphAddress(sourceId: string, anchor: string, site: URL): string {
  return fullAddress(anchorPath(sourceId, anchor), site);
}

/** A citation as the citation library makes it, HTML with `<i>` alone; its address is a link. */
export function inlineCitation(html: string): Inline[] {
  return html.split(/(<i>.*?<\/i>|https?:\/\/\S+[^\s.,])/).flatMap((part): Inline[] => {
    const words = decode(part.replace(/<[^>]*>/g, ''));
    if (words === '') return [];
    if (part.startsWith('<i>')) return [{ kind: 'emphasis', inner: [words] }];
    return /^https?:/.test(part) ? [{ kind: 'link', to: words, inner: [words] }] : [words];
  });
}

function decode(text: string): string {
  const names: Record<string, string> = { lt: '<', gt: '>', quot: '"', amp: '&' };
  return text.replace(/&(?:#(\d+)|(lt|gt|quot|amp));/g, (_, code: string | undefined, name: string) =>
    code === undefined ? (names[name] ?? '') : String.fromCodePoint(Number(code)),
  );
}

function fromNode(node: TreeNode, around: Surroundings): Inline[] {
  // A line end that counts has its own piece; any other is white space.
  if (node.type === 'words') return breakable(node.words.replaceAll('\n', ' '));
  if (node.type === 'point') return fromPoint(node.point, around);
  const inner = withoutSpaceAfterBreaks(node.children.flatMap((child) => fromNode(child, around)));
  const { mark } = node.span;
  if (mark.type === 'link')
    return [
      { kind: 'link', to: fullAddress(mark.href.replace(/^(?=#)/, around.page ?? ''), around.site), inner },
    ];
  if (mark.type !== 'reading') return [{ kind: mark.type, inner }];
  return around.reading
    ? [{ kind: 'reading', id: around.reading(mark.reading.id), inner, isLast: node.isLast }]
    : inner;
}

/** Longer words than any line holds, as long addresses are, would leave the page. */
const LONG_WORD = /(\S{36,})/;
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

function breakable(words: string): Inline[] {
  if (!LONG_WORD.test(words)) return [words];
  return words.split(LONG_WORD).flatMap((part, index): Inline[] => {
    if (part === '') return [];
    if (index % 2 === 0) return [part];
    const pieces = Map.groupBy([...graphemes.segment(part)], (_, at) => Math.floor(at / 8));
    return [...pieces.values()].flatMap((piece, at): Inline[] => [
      ...(at > 0 ? [{ kind: 'may-break' as const }] : []),
      piece.map(({ segment }) => segment).join(''),
    ]);
  });
}

function fromPoint(point: Point, { note, breaks = false }: Surroundings): Inline[] {
  if (point.type === 'line-break') return [{ kind: 'line-break' }];
  if (point.type === 'withheld') return [{ kind: 'sign', text: withheldSign(point) }];
  if (point.type === 'milestone') return breaks ? [{ kind: 'page-break', n: point.n }] : [];
  return note && point.note ? [{ kind: 'call', note: note(point.note) }] : [];
}
