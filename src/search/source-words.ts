/** The words of a source, for what is done in the browser with whole texts. */
import { headingOf, noteName } from '../edition/labels.ts';
import type { MentionFinder } from '../edition/mentions.ts';
import { wordsOf } from '../edition/notes.ts';
import type { NoteHand, Source } from '../edition/model.ts';
import { folderOf } from '../schemas/entity-kinds.ts';

/** The words of a source, each under its hand; what `/sources/<id>/words.json` holds. */
export interface SourceWords {
  id: string;
  /** As readers cite it: `Strong 1934`. */
  short: string;
  language: string;
  sections: WordsOfSection[];
  /** The author’s text in its order. */
  paragraphs: WordsOfParagraph[];
  notes: WordsOfNote[];
}

export interface WordsOfSection {
  id: string;
  /** As readers see it: `[II]` where the edition supplied it. */
  heading: string;
  /** The heading, where it is the author’s. */
  words?: string;
}

export interface WordsOfParagraph extends Words {
  number: string;
  /** The id of its section, unless the source has none. */
  section?: string;
  isBlockQuotation?: true;
}

export interface WordsOfNote extends Words {
  hand: NoteHand;
  name: string;
}

interface Words {
  /** Its anchor, or the id of the note. */
  id: string;
  words: string;
  /** The entities that are named in it, by folder and id: `people/joseph-stalin`. */
  mentions?: string[];
}

export function sourceWords(source: Source, find: MentionFinder): SourceWords {
  const { id, header, divisions, witnessNotes, editorNotes } = source;
  const mentions = (at: string, words: string) => {
    const named = find(`${id}#${at}`, words).map(({ entity }) => `${folderOf(entity.kind)}/${entity.id}`);
    return named.length > 0 ? { mentions: [...new Set(named)] } : {};
  };
  return {
    id,
    short: header.short,
    language: header.language,
    sections: divisions
      .filter(({ anchor }) => anchor !== '')
      .map((division) => ({
        id: division.anchor,
        heading: headingOf(division),
        ...(!division.supplied && division.heading !== '' && { words: division.heading }),
      })),
    paragraphs: divisions.flatMap((division) =>
      division.paragraphs.map(({ anchor, number, words, kind }) => ({
        id: anchor,
        number,
        words,
        ...(division.anchor !== '' && { section: division.anchor }),
        ...(kind === 'quotation' && { isBlockQuotation: true as const }),
        ...mentions(anchor, words),
      })),
    ),
    notes: [...witnessNotes, ...editorNotes].map((note) => {
      const words = wordsOf(note);
      return { id: note.id, hand: note.hand, name: noteName(note), words, ...mentions(note.id, words) };
    }),
  };
}
