/** The words of a source for the check of a quotation. */
import { noteName } from '../edition/labels.ts';
import { wordsOf } from '../edition/notes.ts';
import type { NoteHand, Source } from '../edition/model.ts';

/** The words of a source, each under its hand; what `/sources/<id>/<id>.json` holds. */
export interface SourceWords {
  id: string;
  /** As readers cite it: `Strong 1934`. */
  short: string;
  /** The author’s text in its order. */
  paragraphs: { id: string; number: string; words: string; isBlockQuotation?: boolean }[];
  notes: { id: string; hand: NoteHand; name: string; words: string }[];
}

export function sourceWords({ id, header, paragraphs, witnessNotes, editorNotes }: Source): SourceWords {
  return {
    id,
    short: header.short,
    paragraphs: paragraphs.map(({ anchor, number, words, kind }) => ({
      id: anchor,
      number,
      words,
      ...(kind === 'quotation' ? { isBlockQuotation: true } : {}),
    })),
    notes: [...witnessNotes, ...editorNotes].map((note) => ({
      id: note.id,
      hand: note.hand,
      name: noteName(note),
      words: wordsOf(note),
    })),
  };
}
