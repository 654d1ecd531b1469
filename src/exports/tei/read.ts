/**
 * Reads a source back from TEI, as `document.ts` writes it: its sections, paragraphs and notes with what
 * stands off their words. What else a file of TEI may hold is passed over, but never words of a paragraph.
 */
import type { Element } from '@xmldom/xmldom';
import type { NoteHand, ParagraphKind } from '../../edition/model.ts';
import { noteName } from './ids.ts';
import { attribute, childOf, childrenOf, idOf, parseXml, pointersOf } from './read-xml.ts';
import { readWords, WordReader, type ReadText } from './read-words.ts';
import { DIVISIONS } from './text.ts';

interface ReadParagraph extends ReadText {
  anchor: string;
  number: string;
  kind: ParagraphKind;
}

export interface ReadDivision {
  anchor: string;
  level: number;
  /** Empty where it is not known. */
  heading: string;
  supplied: boolean;
  paragraphs: ReadParagraph[];
}

interface ReadNote {
  id: string;
  hand: NoteHand;
  /** As calls name it: `author:3`; `editor:kulak`. */
  label: string;
  mark: string;
  paragraphs: ReadText[];
  /** Where it is called first, or the words that it is on; none for a note on a note or on the whole. */
  at?: { anchor: string; start: number; end: number };
  /** The id of the note that it replies to. */
  on?: string;
  /** The title of a note of the editor. */
  title?: string;
}

export interface ReadSource {
  /** Its permanent address. */
  address: string;
  language: string;
  divisions: ReadDivision[];
  /** Those that came with the witness, hand by hand, then the editor’s. */
  notes: ReadNote[];
  /** What is said of readings, by the id of the reading. */
  readings: Map<string, string>;
}

/** @throws Error where the file is not well-formed or holds no text. */
export function readTei(xml: string): ReadSource {
  const root = parseXml(xml).documentElement ?? undefined;
  const text = childOf(root, 'text');
  if (!root || !text) throw new Error('This file of TEI holds no text.');
  const divisions = readBody(childOf(text, 'body'));
  const standOff = childrenOf(childOf(root, 'standOff'), 'listAnnotation').flatMap((list) =>
    childrenOf(list, 'note'),
  );
  const places = placesIn(divisions);
  const witnessNotes = childrenOf(childOf(text, 'back'), 'div').flatMap((div) => childrenOf(div, 'note'));
  const editorNotes = standOff.filter((note) => attribute(note, 'type') === 'editor');
  const textual = standOff.filter((note) => attribute(note, 'type') === 'textual');
  return {
    address: childOf(root, 'teiHeader', 'fileDesc', 'publicationStmt', 'idno')?.textContent ?? '',
    language: attribute(text, 'xml:lang') ?? '',
    divisions,
    notes: [...witnessNotes, ...editorNotes].map((note) => readNote(note, places)),
    readings: new Map(textual.map((note) => [pointersOf(note, 'target')[0] ?? '', note.textContent ?? ''])),
  };
}

function readBody(body: Element | undefined): ReadDivision[] {
  const bare = paragraphsIn(body);
  const first = { anchor: '', level: 2, heading: '', supplied: true, paragraphs: bare };
  return [...(bare.length > 0 ? [first] : []), ...divisionsIn(body)];
}

function divisionsIn(element: Element | undefined): ReadDivision[] {
  return childrenOf(element, 'div').flatMap((div) => {
    const head = childOf(div, 'head');
    const [level] = Object.entries(DIVISIONS).find(([, type]) => type === attribute(div, 'type')) ?? ['2'];
    const division: ReadDivision = {
      anchor: idOf(div) ?? '',
      level: Number(level),
      heading: head ? readWords(head).words : '',
      supplied: !head || childOf(head, 'supplied') !== undefined,
      paragraphs: paragraphsIn(div),
    };
    return [division, ...divisionsIn(div)];
  });
}

function paragraphsIn(element: Element | undefined): ReadParagraph[] {
  return childrenOf(element).flatMap((block): ReadParagraph[] => {
    const { localName } = block;
    if (localName === 'p') return [paragraph(block, 'prose', readWords(block))];
    if (localName === 'quote')
      return childrenOf(block, 'p').map((inner) => paragraph(inner, 'quotation', readWords(inner)));
    if (localName === 'list')
      return childrenOf(block, 'item').map((item) => paragraph(item, 'item', readWords(item)));
    if (localName === 'lg') return [paragraph(block, 'verse', readLines(block))];
    if (localName === 'table') return [paragraph(block, 'table', readTable(block))];
    return [];
  });
}

function paragraph(element: Element, kind: ParagraphKind, text: ReadText): ReadParagraph {
  return { anchor: idOf(element) ?? '', number: attribute(element, 'n') ?? '', kind, ...text };
}

function readLines(stanza: Element): ReadText {
  const reader = new WordReader();
  childrenOf(stanza, 'l').forEach((line, index) => {
    if (index > 0) reader.endLine();
    reader.read(line);
  });
  return reader.text();
}

function readTable(table: Element): ReadText {
  const reader = new WordReader();
  childrenOf(table, 'row').forEach((row, rowIndex) => {
    if (rowIndex > 0) reader.add('\n');
    childrenOf(row, 'cell').forEach((cell, index) => {
      if (index > 0) reader.add('\t');
      reader.read(cell);
    });
  });
  return reader.text();
}

type Places = Map<string, { anchor: string; start: number; end: number }>;

/** Where notes are called, by the id of the note, and the words that notes are on, by the id of the words. */
function placesIn(divisions: readonly ReadDivision[]): Places {
  const places: Places = new Map();
  for (const { anchor, spans, points } of divisions.flatMap(({ paragraphs }) => paragraphs)) {
    for (const point of points) {
      if (point.type === 'call' && !places.has(point.target))
        places.set(point.target, { anchor, start: point.at, end: point.at });
    }
    for (const { start, end, mark } of spans)
      if (mark.type === 'quoted') places.set(mark.id, { anchor, start, end });
  }
  return places;
}

function readNote(note: Element, places: Places): ReadNote {
  const xmlId = idOf(note) ?? '';
  const id = noteName(xmlId);
  const hand = attribute(note, 'type') ?? '';
  const mark = attribute(note, 'n') ?? '';
  const target = pointersOf(note, 'target')[0] ?? '';
  const isReply = attribute(note, 'subtype') === 'reply';
  const at = isReply ? undefined : places.get(hand === 'editor' ? target : xmlId);
  const title = childOf(note, 'label')?.textContent;
  return {
    id,
    hand: `${hand}-note` as NoteHand,
    label: hand === 'editor' ? `editor:${id}` : `${hand}:${mark}`,
    mark,
    paragraphs: childrenOf(note, 'p').map(readWords),
    ...(at && { at }),
    ...(isReply && { on: noteName(target) }),
    ...(title != null && { title }),
  };
}
