/** Where the places of the site stand in a book. Files of a book lie in one folder, so a name is an address. */
import { successors } from '../../edition/ledger.ts';
import type { Division, Note, Paragraph, Reading, Source } from '../../edition/model.ts';
import { addressOf, anchorPath, notePath, sourcePath, witnessPath } from '../../routes.ts';

export interface Places {
  /** The place in the book of a path of the site; the permanent address where the book does not have it. */
  hrefOf: (path: string) => string;
}

/** A file of a source's text: its paragraphs under their divisions. */
export interface TextPart {
  file: string;
  divisions: {
    division: Division;
    paragraphs: Paragraph[];
    /** Whether the division began in the file before. */
    continues: boolean;
  }[];
}

/** The files of a source in a book. */
export const fileOf = {
  title: (source: Source) => `${source.id}-title.xhtml`,
  before: (source: Source) => `${source.id}-before.xhtml`,
  text: (source: Source, number: number) => `${source.id}-text-${String(number)}.xhtml`,
  witnessNotes: (source: Source) => `${source.id}-notes.xhtml`,
  editorNotes: (source: Source) => `${source.id}-editor-notes.xhtml`,
  readings: (source: Source) => `${source.id}-readings.xhtml`,
};

/** So many characters of words are in one file of a text; small devices are slow with more. */
const LONGEST = 60_000;

/**
 * A text in files. Readers begin each file on a new page, so a text that is short enough stays in
 * one, and a longer one is divided before a division, or within a division that is itself too long.
 */
export function textParts(source: Source, longest = LONGEST): TextPart[] {
  const parts: TextPart[] = [];
  let length = Infinity;
  const begin = () => {
    parts.push({ file: fileOf.text(source, parts.length + 1), divisions: [] });
    length = 0;
  };
  for (const division of source.divisions) {
    const whole = division.paragraphs.reduce((sum, { words }) => sum + words.length, 0);
    if (length + whole > longest && length > 0) begin();
    parts.at(-1)?.divisions.push({ division, paragraphs: [], continues: false });
    for (const paragraph of division.paragraphs) {
      if (length + paragraph.words.length > longest && length > 0) {
        begin();
        parts.at(-1)?.divisions.push({ division, paragraphs: [], continues: true });
      }
      parts.at(-1)?.divisions.at(-1)?.paragraphs.push(paragraph);
      length += paragraph.words.length;
    }
  }
  return parts;
}

/** The places of one source: paragraphs, divisions, calls, pages, notes, readings. */
export function placesOfSource(source: Source, parts: readonly TextPart[]): Map<string, string> {
  const places = new Map<string, string>([[sourcePath(source.id), fileOf.title(source)]]);
  for (const { file, divisions } of parts) {
    const put = (id: string) => places.set(anchorPath(source.id, id), `${file}#${id}`);
    for (const { division, paragraphs, continues } of divisions) {
      if (!continues && division.anchor !== '') put(division.anchor);
      for (const { anchor, points, spans } of paragraphs) {
        put(anchor);
        for (const point of points) {
          if (point.type === 'call' && point.note) put(`call-${point.note.id}`);
          if (point.type === 'milestone') put(`page-${point.n}`);
        }
        for (const { mark } of spans) if (mark.type === 'reading') put(`call-${mark.reading.id}`);
      }
    }
  }
  for (const { anchor } of source.retired) {
    const [after = ''] = successors(source.ledger.anchors, anchor);
    const file = places.get(anchorPath(source.id, after))?.split('#')[0] ?? parts.at(-1)?.file ?? '';
    places.set(anchorPath(source.id, anchor), `${file}#${anchor}`);
  }
  for (const { id } of source.readings)
    places.set(`${witnessPath(source.id)}#${id}`, `${fileOf.readings(source)}#${id}`);
  for (const note of source.witnessNotes) {
    places.set(notePath(note), `${fileOf.witnessNotes(source)}#note-${note.id}`);
    for (const reply of note.replies)
      places.set(notePath(reply), `${fileOf.witnessNotes(source)}#note-${reply.id}`);
  }
  for (const note of source.editorNotes) {
    if (note.at) places.set(notePath(note), `${fileOf.editorNotes(source)}#note-${note.id}`);
  }
  return places;
}

/** The path of the call of a note; nothing for a note that is called nowhere. */
export function callPath(note: Note): string | undefined {
  return note.at && anchorPath(note.sourceId, `call-${note.id}`);
}

/** The path of a reading in its paragraph, note or heading. */
export function readingPath(source: Source, { anchor, id }: Reading): string {
  const note = source.witnessNotes.find(({ label }) => label === anchor);
  if (note) return notePath(note);
  return anchorPath(source.id, anchor.startsWith('p') ? `call-${id}` : anchor);
}

/** Looks places up, of several paragraphs the first; whatever the book does not have is at its permanent address. */
export function makePlaces(known: ReadonlyMap<string, string>, site: URL): Places {
  const hrefOf = (path: string) =>
    path.startsWith('#')
      ? path
      : (known.get(path) ??
        known.get(path.replace(/(#p\d+[a-z]*)-p\d+[a-z]*$/, '$1')) ??
        addressOf(path, site));
  return { hrefOf };
}
