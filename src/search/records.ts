/** What is searched: one record for each paragraph and each note, in one hand each. */
import { HAND_NAMES } from '../edition/labels.ts';
import type { Edition, Hand, Note, Paragraph, Source } from '../edition/model.ts';
import { anchorPath, notePath } from '../routes.ts';

/** What the index holds of one record. A record may come to hold several paragraphs of one hand. */
export interface SearchRecord {
  /** The address of its first paragraph, or of its note. */
  url: string;
  sourceId: string;
  hand: Hand;
  /** The words of this hand and no others. */
  text: string;
}

/** What the browser must know besides the words. Written as `search/records.json`. */
export interface SearchCatalogue {
  sources: SearchSource[];
}

export interface SearchSource {
  id: string;
  /** As readers cite it: `Strong 1934`. */
  short: string;
  language: string;
  /** Titles of the editor's notes by id. The other notes are called by their numbers. */
  titles: Record<string, string>;
  /** The index's own ids of the records in each hand, to sort them before they are loaded. */
  ids: Partial<Record<Hand, string>>;
}

export const hands = Object.keys(HAND_NAMES) as Hand[];

export function recordsOf(edition: Edition): SearchRecord[] {
  return edition.sources.flatMap((source) => [
    ...source.paragraphs.map((paragraph) => paragraphRecord(source, paragraph)),
    ...[...source.witnessNotes, ...source.editorNotes].map(noteRecord),
  ]);
}

function paragraphRecord(source: Source, { anchor, words }: Paragraph): SearchRecord {
  return { url: anchorPath(source.id, anchor), sourceId: source.id, hand: 'author', text: words };
}

/** The words that a note quotes from the text are the author's, and are found there. */
function noteRecord(note: Note): SearchRecord {
  const text = note.paragraphs.map(({ words }) => words).join(' ');
  return { url: notePath(note), sourceId: note.sourceId, hand: note.hand, text };
}

/** @param ids the index's id of each record by its address. */
export function catalogueOf(
  edition: Edition,
  records: readonly SearchRecord[],
  ids: ReadonlyMap<string, string>,
): SearchCatalogue {
  const bySource = Map.groupBy(records, ({ sourceId }) => sourceId);
  const sources = edition.sources.map((source): SearchSource => {
    const { short, language } = source.header;
    const titles = Object.fromEntries(source.editorNotes.map(({ id, header }) => [id, header?.title ?? id]));
    const byHand = Map.groupBy(bySource.get(source.id) ?? [], ({ hand }) => hand);
    const idsOf = ([hand, those]: [Hand, SearchRecord[]]) => [
      hand,
      those.map(({ url }) => ids.get(url) ?? '').join(' '),
    ];
    return {
      id: source.id,
      short,
      language,
      titles,
      ids: Object.fromEntries([...byHand].map(idsOf)) as SearchSource['ids'],
    };
  });
  return { sources };
}
