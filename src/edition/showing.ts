import type { RightsRecord } from '../schemas/rights.ts';
import type { Note, Source } from './model.ts';
import { displayUnder, excerptOf, rightsIn, type RightsPolicy } from './rights.ts';

/** What of a source a deployment shows. */
export interface Showing {
  /** The rights, with what is done about them. */
  rights: RightsRecord[];
  /** Whether the whole text is shown. */
  isWhole: boolean;
  /** Of a paragraph, by its anchor. */
  shows: (anchor: string) => boolean;
  showsNote: (note: Note) => boolean;
  /** Of a note that may have been retired, by its id. */
  showsNoteId: (id: string) => boolean;
}

/** Undefined where everything is shown. */
export function showingOf(source: Source, policy: RightsPolicy): Showing | undefined {
  const rights = source.header.rights.map((one) => ({ ...one, display: displayUnder(one, policy) }));
  if (rights.every(({ display }) => display === 'full')) return undefined;
  const header = { ...source.header, rights };
  const author = rightsIn({ header }, 'author');
  const { shown } = excerptOf(source, author ?? {});
  const isWhole = author === undefined || author.display === 'full';
  const isExcerpt = author?.display === 'excerpt';
  const shows = (anchor: string) => isWhole || (isExcerpt && shown.has(anchor));
  const showsNote = (note: Note): boolean => {
    // The author's notes on what is shown belong to it.
    if (note.hand === 'author-note') return isWhole || (note.at !== undefined && shows(note.at.anchor));
    return rightsIn({ header }, note.hand)?.display !== 'withheld';
  };
  return {
    rights,
    isWhole,
    shows,
    showsNote,
    showsNoteId: (id) => {
      const note = source.witnessNotes.find((one) => one.id === id);
      if (note) return showsNote(note);
      const hand = /^(?:author|transcriber)(?=-)/.exec(id)?.[0];
      return !rights.some((one) => one.hand === hand && one.display !== 'full');
    },
  };
}
