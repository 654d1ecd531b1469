import type { LedgerRecord } from '../schemas/ledger.ts';
import { retiredAnchors } from './ledger.ts';
import type { Note, Paragraph, Point, Source, Text } from './model.ts';
import { cut, type QuotationLimit } from './quotation-limit.ts';
import { countWords } from './rights.ts';
import type { Showing } from './showing.ts';

/** A source without the words that are withheld, and what became of its parts. */
export interface Withheld {
  source: Source;
  paragraphs: ReadonlyMap<Paragraph, Paragraph>;
  notes: ReadonlyMap<Note, Note>;
}

/**
 * Anchors, numbers, headings, page breaks, calls and notes stay; where words were, their count stands. What
 * the apparatus says of them goes with them.
 */
export function withholdSource(source: Source, showing: Showing, quote: QuotationLimit): Withheld {
  const notes = withholdNotes(source, showing, quote);
  const paragraphs = new Map(
    source.paragraphs.map((paragraph): [Paragraph, Paragraph] => [
      paragraph,
      showing.shows(paragraph.anchor)
        ? { ...paragraph, points: relinked(paragraph.points, notes) }
        : withoutWords(paragraph, notes),
    ]),
  );
  const placeShown = placesShown(source, showing);
  const ledger = {
    anchors: records(source.ledger.anchors, (id, { status }) => {
      if (!isOfText(id)) return true;
      return status === 'live' ? showing.shows(id) : showing.isWhole;
    }),
    notes: records(source.ledger.notes, showing.showsNoteId),
  };
  return {
    source: {
      ...source,
      header: { ...source.header, rights: showing.rights },
      divisions: source.divisions.map((division) => ({
        ...division,
        paragraphs: mapped(division.paragraphs, paragraphs),
      })),
      paragraphs: mapped(source.paragraphs, paragraphs),
      witnessNotes: mapped(source.witnessNotes, notes),
      editorNotes: mapped(source.editorNotes, notes),
      readings: source.readings.filter(({ anchor }) => placeShown(anchor)),
      apparatus: {
        decisions: source.apparatus.decisions.filter((decision) =>
          decision.kind === 'omitted' ? showing.isWhole : placeShown(decision.at),
        ),
      },
      ledger,
      retired: retiredAnchors(ledger.anchors),
    },
    paragraphs,
    notes,
  };
}

const isOfText = (anchor: string) => anchor.startsWith('p');

function mapped<T>(list: readonly T[], map: ReadonlyMap<T, T>): T[] {
  return list.map((one) => map.get(one) ?? one);
}

function relinked(points: readonly Point[], notes: ReadonlyMap<Note, Note>): Point[] {
  return points.map((point) =>
    point.type === 'call' && point.note ? { ...point, note: notes.get(point.note) ?? point.note } : point,
  );
}

function withoutWords(paragraph: Paragraph, notes: ReadonlyMap<Note, Note>): Paragraph {
  const nothing = cut(paragraph, 0, 0);
  const kept = relinked(paragraph.points, notes).map((point) => ({ ...point, at: 0 }));
  const only = (type: Point['type']) => kept.filter((point) => point.type === type);
  return { ...nothing, points: [...only('milestone'), ...nothing.points, ...only('call')] };
}

function withholdNotes(source: Source, showing: Showing, quote: QuotationLimit): Map<Note, Note> {
  const notes = new Map([...source.witnessNotes, ...source.editorNotes].map((note) => [note, { ...note }]));
  const paragraphs = new Map(source.paragraphs.map((paragraph) => [paragraph.anchor, paragraph]));
  for (const [old, note] of notes) {
    note.replies = mapped(old.replies, notes);
    note.paragraphs = showing.showsNote(old)
      ? old.paragraphs.map((text) => ({ ...text, points: relinked(text.points, notes) }))
      : [nothingOf(old.paragraphs)];
    const paragraph = paragraphs.get(old.at?.anchor ?? '');
    if (!old.at || !paragraph || showing.shows(paragraph.anchor)) continue;
    note.at = { ...old.at, offset: 0 };
    limitQuote(note, paragraph, quote);
  }
  return notes;
}

/** The words that an editor’s note stands on, as far as they may be quoted; they have no place any more. */
function limitQuote(note: Note, paragraph: Paragraph, quote: QuotationLimit): void {
  if (!note.quote) return;
  const { words } = quote(paragraph, note.quote.start, note.quote.end);
  if (note.header) note.header = { ...note.header, quote: words || undefined };
  if (words === '') delete note.quote;
  else note.quote = { start: 0, end: 0, words };
}

function nothingOf(paragraphs: readonly Text[]): Text {
  return { words: '', spans: [], points: [{ type: 'withheld', at: 0, count: countWords(paragraphs) }] };
}

/** Whether the words are shown at a place that the apparatus names: an anchor, or the label of a note. */
function placesShown({ witnessNotes }: Source, showing: Showing): (at: string) => boolean {
  const noted = new Map(
    witnessNotes.flatMap((note) => [note.label, note.id].map((name) => [name, note] as const)),
  );
  return (at) => {
    const note = noted.get(at);
    return note ? showing.showsNote(note) : !isOfText(at) || showing.shows(at);
  };
}

/** Records without the words of addresses that are not shown; what became of these addresses stays. */
function records(
  of: Record<string, LedgerRecord>,
  shows: (id: string, record: LedgerRecord) => boolean,
): Record<string, LedgerRecord> {
  const entries = Object.entries(of).map(([id, record]): [string, LedgerRecord] => {
    if (shows(id, record)) return [id, record];
    const former = record.former?.map((one) => ({ ...one, words: '' }));
    return [id, { ...record, words: '', ...(former && { former }) }];
  });
  return Object.fromEntries(entries);
}
