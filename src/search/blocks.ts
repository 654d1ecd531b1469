/** What is searched: the headings, paragraphs and notes of a source, one after the other. */
import { HAND_NAMES, uncapital } from '../edition/labels.ts';
import type { Hand } from '../edition/model.ts';
import { tokens, type Token } from '../edition/normalise.ts';
import type { SourceWords, WordsOfNote, WordsOfParagraph } from './source-words.ts';

/** In the order in which blocks stand. */
export const hands = Object.keys(HAND_NAMES) as Hand[];

/** A heading, a paragraph, or a note as a whole; each in one hand. */
export interface Block {
  /** Its anchor, or the id of the note. */
  id: string;
  hand: Hand;
  /** Its place in its source: `§ 2`, `¶ 12`, `author’s note 3`. */
  label: string;
  words: string;
  section?: string;
  mentions: readonly string[];
}

/**
 * The author’s text in its order, headings included, then the notes of each hand in theirs. A block is
 * known by its place here.
 */
export function blocksOf(source: SourceWords): readonly Block[] {
  const known = blocksBySource.get(source) ?? makeBlocks(source);
  blocksBySource.set(source, known);
  return known;
}

/** Of one object, which must not change afterwards. */
const blocksBySource = new WeakMap<SourceWords, readonly Block[]>();

function makeBlocks({ sections, paragraphs, notes }: SourceWords): Block[] {
  const bySection = Map.groupBy(paragraphs, ({ section }) => section);
  const text = [undefined, ...sections].flatMap((section, order) => [
    ...(section?.words === undefined ? [] : [headingBlock(section.id, order, section.words)]),
    ...(bySection.get(section?.id) ?? []).map(paragraphBlock),
  ]);
  const inOrder = notes.toSorted((a, b) => hands.indexOf(a.hand) - hands.indexOf(b.hand));
  // What is withheld has no words to search.
  return [...text, ...inOrder.map(noteBlock)].filter(({ words }) => words !== '');
}

function headingBlock(id: string, order: number, words: string): Block {
  return { id, hand: 'author', label: `§ ${String(order)}`, words, section: id, mentions: [] };
}

function paragraphBlock({ id, number, words, section, mentions = [] }: WordsOfParagraph): Block {
  const place = section === undefined ? {} : { section };
  return { id, hand: 'author', label: `¶ ${number}`, words, ...place, mentions };
}

function noteBlock({ id, hand, name, words, mentions = [] }: WordsOfNote): Block {
  return { id, hand, label: uncapital(name), words, mentions };
}

/** The words of a block, cut once. */
export function tokensOf(block: Block): readonly Token[] {
  const known = tokensByBlock.get(block) ?? tokens(block.words);
  tokensByBlock.set(block, known);
  return known;
}

const tokensByBlock = new WeakMap<Block, readonly Token[]>();

/** A label for where the hand is told beside it: `note 3`, or the title of an editor’s note. */
export function withoutHand(label: string): string {
  return label.replace(/^editor’s \w+: |^\w+’s /, '');
}

/** The name of a block as entities and queries write it: `strong-1934#p3`. */
export function placeOf(sourceId: string, { id }: Pick<Block, 'id'>): string {
  return `${sourceId}#${id}`;
}
