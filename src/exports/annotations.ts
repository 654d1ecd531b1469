import { authorsOf, noteName, languageOfHand, titleOf } from '../edition/labels.ts';
import type { Note, Source } from '../edition/model.ts';
import { addressOf, annotationsPath, notePath, RIGHTS, sourcePath } from '../routes.ts';
import type { EditionHeader } from '../schemas/edition.ts';

/** How many characters before and after a quotation tell it from another. */
const AROUND = 32;

/** All notes of a source in the Web Annotation Data Model of the W3C (2017), on one page. */
export function annotations(source: Source, edition: EditionHeader, site: URL | undefined) {
  const address = (path: string) => addressOf(path, site);
  const notes = [...source.witnessNotes, ...source.editorNotes];
  const collection = address(annotationsPath(source.id));
  return {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: collection,
    type: 'AnnotationCollection',
    label: `Notes on ${authorsOf(source)}, ${titleOf(source)}, release ${edition.release} of ${edition.title}`,
    total: notes.length,
    first: {
      id: `${collection}#page`,
      type: 'AnnotationPage',
      partOf: collection,
      startIndex: 0,
      items: notes.map((note) => ({
        id: address(notePath(note)),
        type: 'Annotation',
        motivation: note.on === undefined ? 'commenting' : 'replying',
        creator: creator(note, source, edition),
        rights: address(RIGHTS),
        body: {
          type: 'TextualBody',
          // The name of a note tells its hand, so that nobody takes one hand for another.
          label: noteName(note),
          value: note.paragraphs.map(({ words }) => words).join('\n\n'),
          format: 'text/plain',
          language: languageOfHand(note.hand, source),
        },
        target: target(note, source, address),
      })),
    },
  };
}

function creator(note: Note, source: Source, edition: EditionHeader) {
  if (note.hand === 'author-note') return { type: 'Person', name: authorsOf(source) };
  if (note.hand === 'transcriber-note') return { type: 'Person', name: 'unnamed transcriber' };
  return edition.editor === undefined
    ? { type: 'Organization', name: edition.title }
    : { type: 'Person', name: edition.editor };
}

function target(note: Note, source: Source, address: (path: string) => string) {
  const answered = source.witnessNotes.find(({ label }) => label === note.on);
  if (answered) return address(notePath(answered));
  const paragraph = source.paragraphs.find(({ anchor }) => anchor === note.at?.anchor);
  if (!paragraph || !note.at) return address(sourcePath(source.id));
  // A note of the witness stands at a point: the word before it is quoted.
  const end = note.quote?.end ?? note.at.offset;
  const start = note.quote?.start ?? end - (/\S+\s*$/.exec(paragraph.words.slice(0, end))?.[0].length ?? 0);
  return {
    source: address(sourcePath(source.id)),
    selector: {
      type: 'FragmentSelector',
      conformsTo: 'http://tools.ietf.org/rfc/rfc3236',
      value: paragraph.anchor,
      refinedBy: {
        type: 'TextQuoteSelector',
        exact: paragraph.words === '' ? (note.quote?.words ?? '') : paragraph.words.slice(start, end),
        prefix: paragraph.words.slice(Math.max(0, start - AROUND), start),
        suffix: paragraph.words.slice(end, end + AROUND),
      },
    },
  };
}
