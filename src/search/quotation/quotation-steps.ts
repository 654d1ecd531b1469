/** An alignment as a reader reads it: what stands in the quotation, what in the text, and how they differ. */
import { kinds, type Path } from './alignment.ts';
import { mayReplace } from './asked-words.ts';
import type { Likeness } from './printing.ts';
import type { Quotation } from './quotation.ts';
import { blockOf, type Stream } from './streams.ts';

export type StepKind =
  /** The same words, marks of another kind at most. */
  | 'same'
  /** The same words with other capitals or punctuation. */
  | 'punctuation'
  /** One word in two spellings or two forms, joined and divided words too. */
  | 'spelling'
  /** One word for another. */
  | 'other'
  /** In the quotation and not in the text. */
  | 'added'
  /** In the text and silently not in the quotation. */
  | 'missing'
  /** In the text, and left out of the quotation by an ellipsis. */
  | 'left-out'
  /** The quoter’s words in square brackets, and the words of the text that they replace, if any. */
  | 'inserted';

/** The steps joined are the stretch of the quotation and the passage of the text, with all that stands between words. */
export interface Step {
  kind: StepKind;
  quoted: string;
  text: string;
  /** How many words it has in the quotation and in the text. */
  quotedWords: number;
  textWords: number;
}

/** Steps before they are cut out of quotation and text: from which word to which. */
export interface Item {
  kind: StepKind;
  quoted: [from: number, to: number];
  text: [from: number, to: number];
}

/** A stretch of a quotation laid against a stream: the words from `first` on, one for each entry of the path. */
export interface Laid {
  quotation: Quotation;
  first: number;
  path: Path;
  stream: Stream;
}

/** Steps word by word, not yet grouped; the words of the text before and after the path are no part of it. */
export function itemsOf({ quotation: { words }, first, path }: Laid, likeness: readonly Likeness[]): Item[] {
  const items: Item[] = [];
  let text = path.from.find((at) => at >= 0) ?? 0;
  let isOpen = false;
  let inserted = 0;
  for (let i = 0; i < path.kind.length; i += 1) {
    const at = first + i;
    const word = words[at]!;
    if (i > 0 && word.followsEllipsis) isOpen = true;
    const [from, to] = [path.from[i]!, path.to[i]!];
    if (from < 0) {
      if (mayReplace(word)) inserted += 1;
      items.push({ kind: word.isInserted ? 'inserted' : 'added', quoted: [at, at + 1], text: [text, text] });
      continue;
    }
    if (path.kind[i] === kinds.joined) {
      items.at(-1)!.quoted[1] = at + 1;
      continue;
    }
    if (from > text) {
      const last = items.at(-1);
      if (last?.kind === 'inserted' && !isOpen && from - text <= mostReplaced(inserted)) last.text[1] = from;
      else items.push({ kind: isOpen ? 'left-out' : 'missing', quoted: [at, at], text: [text, from] });
    }
    items.push({
      kind: kindOf(path.kind[i]!, word.isInserted, likeness[i]),
      quoted: [at, at + 1],
      text: [from, to],
    });
    text = to;
    isOpen = false;
    inserted = 0;
  }
  return items;
}

/** How many words of the text so many in brackets may stand for; more are left out silently. */
function mostReplaced(inserted: number): number {
  return inserted === 0 ? 0 : 3 + 2 * inserted;
}

function kindOf(kind: number, isInserted: boolean, likeness: Likeness | undefined): StepKind {
  if (kind === kinds.same) return likeness === 'words' ? 'punctuation' : 'same';
  if (kind === kinds.other) return isInserted ? 'inserted' : 'other';
  return 'spelling';
}

/** Adjacent items of a kind as one, with their words as they stand. */
export function stepsOf(laid: Laid, items: readonly Item[], ends: Ends): Step[] {
  const groups: Item[] = [];
  for (const { kind, quoted, text } of items) {
    const last = groups.at(-1);
    if (last?.kind === kind) [last.quoted[1], last.text[1]] = [quoted[1], text[1]];
    else groups.push({ kind, quoted: [...quoted], text: [...text] });
  }
  const passage = passageOf(laid.stream, items);
  const starts = groups.map(({ kind, quoted, text }) => ({
    quoted: startInQuotation(laid.quotation, quoted[0], kind === 'left-out'),
    text: passage.startOf(text[0]),
  }));
  starts[0] = { quoted: ends.quoted.start, text: passage.offset(ends.text.start, 'first') };
  // An ellipsis may stand behind the white space that divides its word from the one before.
  starts.forEach((start, index) => {
    start.quoted = Math.max(start.quoted, starts[index - 1]?.quoted ?? 0);
  });
  starts.push({ quoted: ends.quoted.end, text: passage.offset(ends.text.end, 'last') });
  const lastText = starts.at(-1)?.text ?? 0;
  return groups.map(({ kind, quoted, text }, index) => ({
    kind,
    quoted: laid.quotation.input.slice(starts[index]!.quoted, starts[index + 1]!.quoted),
    // What is added at the end has no place in the text, so the passage ends before it.
    text: passage.words.slice(starts[index]!.text, Math.min(starts[index + 1]!.text, lastText)),
    quotedWords: quoted[1] - quoted[0],
    textWords: text[1] - text[0],
  }));
}

/** Where a passage stands: `start` in the words of its first block, `end` in those of its last; both in the input. */
export interface Ends {
  quoted: { start: number; end: number };
  text: { start: number; end: number };
}

/** The end of the white space before a word, so that an opening mark goes with its word. */
function afterSpace(before: string): number {
  const space = /\s(?=\S*$)/.exec(before);
  return space ? space.index + 1 : before.length;
}

function startInQuotation({ input, words }: Quotation, word: number, atEllipsis: boolean): number {
  const end = words[word - 1]?.end ?? 0;
  const gap = input.slice(end, words[word]?.start ?? input.length);
  if (!atEllipsis) return end + afterSpace(gap);
  return end + Math.max(0, gap.search(/\[?\s*(?:…|\.\s?\.)/));
}

/** The words of a text through its blocks, with a blank line between paragraphs. */
function passageOf(stream: Stream, items: readonly Item[]) {
  const firstWord = items.find(({ text: [from, to] }) => to > from)?.text[0] ?? 0;
  const lastWord = Math.max(firstWord, (items.at(-1)?.text[1] ?? 1) - 1);
  const [firstBlock, lastBlock] = [blockOf(stream, firstWord), blockOf(stream, lastWord)];
  const bases = new Map<number, number>();
  let words = '';
  for (let block = firstBlock; block <= lastBlock; block += 1) {
    if (block > firstBlock) words += '\n\n';
    bases.set(block, words.length);
    words += stream.blocks[block]?.words ?? '';
  }
  const place = (word: number, edge: 'starts' | 'ends') =>
    (bases.get(blockOf(stream, word)) ?? 0) + (stream[edge][word] ?? 0);
  return {
    words,
    offset: (at: number, block: 'first' | 'last') =>
      (block === 'first' ? 0 : (bases.get(lastBlock) ?? 0)) + at,
    startOf: (word: number) => {
      if (word <= firstWord) return place(firstWord, 'starts');
      const end = place(word - 1, 'ends');
      return word > lastWord ? end : end + afterSpace(words.slice(end, place(word, 'starts')));
    },
  };
}
