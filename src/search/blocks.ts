/** What is searched: the paragraphs and notes of a source, one after the other. */
import { HAND_NAMES, uncapital } from '../edition/labels.ts';
import type { Hand } from '../edition/model.ts';
import type { SourceWords } from './source-words.ts';

/** In the order in which blocks stand. */
export const hands = Object.keys(HAND_NAMES) as Hand[];

/** A paragraph, or a note as a whole; each in one hand. */
export interface Block {
  /** Its anchor, or the id of the note. */
  id: string;
  hand: Hand;
  /** Its place in its source: `¶ 12`, `author’s note 3`. */
  label: string;
  words: string;
  section?: string;
  mentions: readonly string[];
}

/** The author’s text in its order, then the notes of each hand in theirs. A block is known by its place here. */
export function blocksOf({ paragraphs, notes }: SourceWords): Block[] {
  return [
    ...paragraphs.map(({ id, number, words, section, mentions = [] }) => ({
      id,
      hand: 'author' as const,
      label: `¶ ${number}`,
      words,
      ...(section !== undefined && { section }),
      mentions,
    })),
    ...notes
      .toSorted((a, b) => hands.indexOf(a.hand) - hands.indexOf(b.hand))
      .map(({ id, hand, name, words, mentions = [] }) => ({
        id,
        hand,
        label: uncapital(name),
        words,
        mentions,
      })),
  ];
}

/** A label for where the hand is told beside it: `note 3`, or the title of an editor’s note. */
export function withoutHand(label: string): string {
  return label.replace(/^editor’s \w+: |^\w+’s /, '');
}

/** The name of a block as entities and queries write it: `strong-1934#p3`. */
export function placeOf(sourceId: string, { id }: Pick<Block, 'id'>): string {
  return `${sourceId}#${id}`;
}
