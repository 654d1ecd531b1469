/** What a file is, who answers for it, where it is published and what it follows: `fileDesc`. */
import { dateInWords } from '../../edition/labels.ts';
import type { Entity, SourceHeader } from '../../edition/model.ts';
import { dateOfRelease } from '../../edition/releases.ts';
import { rightsByHand } from '../../edition/source-head.ts';
import { datesInWords } from '../../edition/time.ts';
import { addressOf, sourcePath } from '../../routes.ts';
import type { EditionHeader } from '../../schemas/edition.ts';
import { dating } from './dates.ts';
import { authorId, EDITOR, entityId, pointer, TRANSCRIBER } from './ids.ts';
import type { Writing } from './inline.ts';
import { sourceDesc } from './source-desc.ts';
import { supplied, suppliedWords } from './supplied.ts';
import { el, maybe, mixed, type XmlElement } from '../xml.ts';

export function fileDesc(writing: Writing, edition: EditionHeader, entities: readonly Entity[]): XmlElement {
  const { source } = writing;
  return el(
    'fileDesc',
    {},
    titleStmt(writing, edition, entities),
    editionStmt(edition),
    el(
      'extent',
      {},
      mixed(
        'measure',
        { unit: 'paragraph', quantity: String(source.paragraphs.length) },
        `${String(source.paragraphs.length)} paragraphs`,
      ),
    ),
    publicationStmt(writing, edition),
    el(
      'seriesStmt',
      {},
      mixed('title', { level: 's', type: 'main' }, edition.title),
      mixed('title', { level: 's', type: 'sub' }, edition.subtitle),
    ),
    notesStmt(source.header),
    sourceDesc(source.header),
  );
}

function titleStmt(
  { source, named }: Writing,
  edition: EditionHeader,
  entities: readonly Entity[],
): XmlElement {
  const { title, authors, hands } = source.header;
  const people = new Map(entities.filter(({ kind }) => kind === 'person').map((one) => [one.name, one]));
  const editor = edition.editor ?? edition.title;
  return el(
    'titleStmt',
    {},
    supplied('title', title, { type: 'main' }),
    mixed('title', { type: 'sub' }, `A TEI encoding, from ${edition.title}, release ${edition.release}`),
    ...authors.map((author, index) => {
      const person = people.get(author.name);
      if (person) named.add(person);
      const name = mixed(
        'persName',
        { ref: person && pointer(entityId(person)) },
        author['supplied-by'] === 'edition' ? suppliedWords(author.name) : author.name,
      );
      const cert = author.certainty === 'attributed' ? 'medium' : undefined;
      return el(
        'author',
        { 'xml:id': authorId(index), cert, resp: cert && pointer(EDITOR) },
        name,
        mixed('date', {}, author.dates),
      );
    }),
    el(
      'respStmt',
      { 'xml:id': EDITOR },
      mixed('resp', {}, 'supplied words, conjectures, apparatus, notes, registers and encoding'),
      mixed(edition.editor === undefined ? 'orgName' : 'persName', {}, editor),
      maybe('note', hands['editor-note']),
    ),
    hands['transcriber-note'] === undefined
      ? undefined
      : el(
          'respStmt',
          { 'xml:id': TRANSCRIBER },
          mixed('resp', {}, 'notes that came with the witness and are not the author’s'),
          mixed('name', {}, 'unnamed transcriber'),
          mixed('note', {}, hands['transcriber-note']),
        ),
  );
}

/** The release; one without a date is in preparation. */
function editionStmt(header: EditionHeader): XmlElement {
  const { release } = header;
  const date = dateOfRelease(header, release);
  const words = `Release ${release}`;
  return el(
    'editionStmt',
    {},
    date === undefined
      ? mixed('edition', { n: release }, `${words}, in preparation`)
      : mixed('edition', { n: release }, `${words}, `, mixed('date', { when: date }, dateInWords(date))),
  );
}

function publicationStmt({ source, site }: Writing, edition: EditionHeader): XmlElement {
  const date = dateOfRelease(edition, edition.release);
  const hands = {
    author: source.header.authors.map((_, index) => pointer(authorId(index))).join(' '),
    transcriber: pointer(TRANSCRIBER),
    editor: pointer(EDITOR),
  };
  return el(
    'publicationStmt',
    {},
    // Who publishes it is said only where the edition states it.
    edition.publisher === undefined
      ? mixed('authority', {}, edition.title)
      : mixed('publisher', {}, edition.publisher),
    date === undefined ? undefined : mixed('date', { when: date }, dateInWords(date)),
    mixed('idno', { type: 'URI' }, addressOf(sourcePath(source.id), site)),
    ...rightsByHand(source).map((rights) =>
      el(
        'availability',
        { n: rights.hand, corresp: hands[rights.hand] },
        el(
          'licence',
          { target: rights.termAddress },
          mixed('p', {}, `${rights.whose}: ${rights.term}.`),
          mixed('p', {}, rights.statement),
          mixed('p', {}, `How this is known: ${rights.basis}`),
          rights.display === 'full' ? undefined : mixed('p', {}, rights.shown),
        ),
      ),
    ),
    edition.licence === undefined
      ? undefined
      : el('availability', { n: 'edition', corresp: pointer(EDITOR) }, mixed('licence', {}, edition.licence)),
  );
}

/** What a reader should know before trusting the text, and other editions of it. */
function notesStmt({ box, hands, short, related, chronology, ...header }: SourceHeader): XmlElement {
  const whole = header['part-of'];
  return el(
    'notesStmt',
    {},
    ...Object.entries(box).map(([subtype, words]) =>
      mixed('note', { type: 'head', subtype, resp: pointer(EDITOR) }, words),
    ),
    maybe('note', hands['author-note'], { type: 'hand', subtype: 'author', resp: pointer(EDITOR) }),
    ...chronology.flatMap(({ what, date, note }) =>
      note === undefined
        ? []
        : [
            mixed(
              'note',
              { type: 'ground', resp: pointer(EDITOR) },
              `${short} ${what}: `,
              mixed('date', dating(date), datesInWords(date)),
              `. ${note}`,
            ),
          ],
    ),
    whole &&
      el(
        'relatedItem',
        { type: 'part-of' },
        el(
          'bibl',
          {},
          mixed('title', { level: 'm' }, whole.title),
          mixed('biblScope', { unit: 'part' }, String(whole.order)),
        ),
      ),
    ...related.map((words) => el('relatedItem', { type: 'edition' }, mixed('bibl', {}, words))),
  );
}
