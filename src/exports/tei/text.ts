/** The text of a source as `text`: its sections and paragraphs, then the notes that came with it. */
import { wordsOf } from '../../edition/notes.ts';
import type { Division, Note, Paragraph } from '../../edition/model.ts';
import { authorId, EDITOR, noteId, pointer, TEXT, TRANSCRIBER } from './ids.ts';
import { inline, type Writing } from './inline.ts';
import { cutText, markText, stretchesBetween, type Mark, type MarkedText, type Stretch } from './marks.ts';
import { el, mixed, type XmlElement } from '../xml.ts';

/** The `type` of a division by the level of its heading. */
export const DIVISIONS: Record<number, string> = { 2: 'section', 3: 'subsection', 4: 'subsubsection' };

export function textElement(writing: Writing): XmlElement {
  const { source } = writing;
  const [first, ...others] = source.divisions;
  // A text without headings has one division, which has no address and is nothing of the text.
  const isBare = first !== undefined && first.anchor === '';
  const body = el(
    'body',
    {},
    ...(isBare ? blocks(first.paragraphs, writing) : []),
    ...divisions(isBare ? others : source.divisions, writing),
  );
  return el('text', { 'xml:id': TEXT, 'xml:lang': source.header.language }, body, ...witnessNotes(writing));
}

/** Divisions of a lower level stand in those above them. */
function divisions(list: readonly Division[], writing: Writing): XmlElement[] {
  const made: XmlElement[] = [];
  let at = 0;
  while (at < list.length) {
    const division = list[at] as Division;
    let end = at + 1;
    while ((list[end]?.level ?? 0) > division.level) end += 1;
    made.push(
      el(
        'div',
        {
          type: DIVISIONS[division.level],
          n: String(division.order),
          'xml:id': division.anchor,
        },
        heading(division, writing),
        ...blocks(division.paragraphs, writing),
        ...divisions(list.slice(at + 1, end), writing),
      ),
    );
    at = end;
  }
  return made;
}

function heading({ heading: words, supplied, anchor }: Division, writing: Writing): XmlElement | undefined {
  if (words === '') return undefined;
  if (supplied)
    return mixed('head', {}, mixed('supplied', { reason: 'not-in-witness', resp: pointer(EDITOR) }, words));
  const { id } = writing.source;
  const text = markText(
    { words, spans: [], points: [] },
    {
      id: anchor,
      mentions: writing.mentions(`${id}#${anchor}`),
      readings: writing.source.readings.filter((reading) => reading.anchor === anchor),
    },
  );
  return mixed('head', {}, ...inline(text, writing));
}

/** Paragraphs of any kind; items that follow each other make a list. */
function blocks(paragraphs: readonly Paragraph[], writing: Writing): XmlElement[] {
  const made: XmlElement[] = [];
  let items: XmlElement[] = [];
  const endList = () => {
    if (items.length > 0) made.push(el('list', {}, ...items));
    items = [];
  };
  for (const paragraph of paragraphs) {
    const block = blockOf(paragraph, writing);
    if (paragraph.kind === 'item') items.push(block);
    else {
      endList();
      made.push(block);
    }
  }
  endList();
  return made;
}

function blockOf(paragraph: Paragraph, writing: Writing): XmlElement {
  const { source } = writing;
  const { anchor, number, kind } = paragraph;
  const address = { 'xml:id': anchor, n: number };
  const text = markText(paragraph, {
    id: anchor,
    quoted: source.editorNotes.filter(({ at }) => at?.anchor === anchor),
    mentions: writing.mentions(`${source.id}#${anchor}`),
  });
  if (kind === 'verse') return el('lg', address, ...lines(text, writing));
  if (kind === 'table') return el('table', address, ...rows(text, writing));
  if (kind === 'item') return mixed('item', address, ...inline(text, writing));
  const block = mixed('p', address, ...inline(text, writing));
  return kind === 'quotation' ? el('quote', { rend: 'block' }, block) : block;
}

/** The lines of a stanza. A line end is a mark and a line feed in the words, which an `l` says in their place. */
function lines(text: MarkedText, writing: Writing): XmlElement[] {
  const ends = text.points.filter(({ type, at }) => type === 'line-break' && text.words[at] === '\n');
  const places = ends.map(({ at }) => at);
  const points = text.points.filter((point) => !ends.includes(point));
  return cutText({ ...text, points }, stretchesBetween(places, text.words.length)).map((line) =>
    mixed('l', {}, ...inline(line, writing)),
  );
}

/** The rows of a table, a line each, and their cells, which tabs part. */
function rows(text: MarkedText, writing: Writing): XmlElement[] {
  const places = [...text.words.matchAll(/[\n\t]/g)].map(({ index }) => index);
  const stretches = stretchesBetween(places, text.words.length);
  const cells = cutText(text, stretches).map((cell) => mixed('cell', {}, ...inline(cell, writing)));
  const table: XmlElement[][] = [[]];
  cells.forEach((cell, index) => {
    if (index > 0 && text.words[places[index - 1] ?? 0] === '\n') table.push([]);
    table.at(-1)?.push(cell);
  });
  return table.map((row) => el('row', {}, ...row));
}

/** The paragraphs of a note. A name is looked for in all its words, as the register of the edition does. */
export function noteParagraphs(note: Note, writing: Writing): XmlElement[] {
  const id = noteId(note);
  const words = wordsOf(note);
  const stretches: Stretch[] = [];
  for (const { words: paragraph } of note.paragraphs) {
    const start = stretches.length === 0 ? 0 : (stretches.at(-1)?.end ?? 0) + '\n\n'.length;
    stretches.push({ start, end: start + paragraph.length });
  }
  const mentions = writing.mentions(`${writing.source.id}#${note.id}`);
  const names = cutText(markText({ words, spans: [], points: [] }, { id, mentions }), stretches);
  return note.paragraphs.map((paragraph, index) => {
    const own = markText(paragraph, { id: `${id}.${String(index + 1)}` });
    const marks: Mark[] = [...own.marks, ...(names[index]?.marks ?? [])];
    marks.sort((a, b) => a.start - b.start || b.end - a.end);
    return mixed('p', {}, ...inline({ ...own, marks }, writing));
  });
}

/** The notes that came with the witness, hand by hand, after the text; in it stand their calls. */
function witnessNotes(writing: Writing): XmlElement[] {
  const { source } = writing;
  // Notes may call notes: every call has its id before a note says where it is called.
  const contents = new Map(source.witnessNotes.map((note) => [note, noteParagraphs(note, writing)]));
  const made = (['author', 'transcriber'] as const).flatMap((hand) => {
    const notes = source.witnessNotes.filter((note) => note.hand === `${hand}-note`);
    if (notes.length === 0) return [];
    const language = hand === 'author' ? undefined : 'en';
    const resp = hand === 'author' ? authorsPointer(writing) : pointer(TRANSCRIBER);
    return [
      el(
        'div',
        { type: 'notes', subtype: hand, 'xml:lang': language },
        ...notes.map((note) =>
          el(
            'note',
            {
              type: hand,
              'xml:id': noteId(note),
              n: note.mark,
              resp,
              target: (writing.calls.get(note.id) ?? [TEXT]).map(pointer).join(' '),
            },
            ...(contents.get(note) ?? []),
          ),
        ),
      ),
    ];
  });
  return made.length > 0 ? [el('back', {}, ...made)] : [];
}

function authorsPointer({ source }: Writing): string {
  return source.header.authors.map((_, index) => pointer(authorId(index))).join(' ');
}
