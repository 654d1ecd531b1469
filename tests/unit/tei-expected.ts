/** What a reader of a TEI file should find, made from the text model alone. */
import type { Mention } from '../../src/edition/mentions.ts';
import type { Note, Point, Source, Span, Text } from '../../src/edition/model.ts';
import { wordsOf } from '../../src/edition/notes.ts';
import type { MentionFinder } from '../../src/edition/mentions.ts';
import { entityId, noteId, quotedId } from '../../src/exports/tei/ids.ts';
import type { ReadSource } from '../../src/exports/tei/read.ts';
import type { ReadPoint, ReadSpan, ReadText } from '../../src/exports/tei/read-words.ts';

interface Around {
  site: URL;
  find: MentionFinder;
}

/** Everything that a file says of the words of a source, in one order. */
export function expectedOf(source: Source, { site, find }: Around) {
  const inText = (id: string, words: string) => find(`${source.id}#${id}`, words);
  const divisions = source.divisions.map(({ anchor, level, heading, supplied, paragraphs }) => ({
    anchor,
    level,
    heading,
    supplied: supplied || heading === '',
    paragraphs: paragraphs.map((paragraph) => {
      const separators = paragraph.kind === 'verse' ? '\n' : paragraph.kind === 'table' ? '\n\t' : '';
      const quoted = source.editorNotes.flatMap((note): ReadSpan[] =>
        note.at?.anchor === paragraph.anchor && note.quote
          ? [{ start: note.quote.start, end: note.quote.end, mark: { type: 'quoted', id: quotedId(note) } }]
          : [],
      );
      const mentions = inText(paragraph.anchor, paragraph.words);
      const { anchor: id, number, kind } = paragraph;
      return { anchor: id, number, kind, ...textOf(paragraph, { site, mentions, quoted, separators }) };
    }),
  }));
  const notes = [...source.witnessNotes, ...source.editorNotes].map((note) => ({
    id: note.id,
    hand: note.hand,
    label: note.label,
    mark: note.mark,
    title: note.header?.title,
    on: source.witnessNotes.find(({ label }) => label === note.on)?.id,
    at: placeOf(note),
    paragraphs: paragraphsOf(note, inText(note.id, wordsOf(note)), site),
  }));
  return { divisions, notes: inOrder(notes) };
}

/** The same of a file that was read. */
export function foundIn({ divisions, notes, readings }: ReadSource) {
  const whole = ({ words, spans, points }: ReadText): ReadText => ({
    words,
    spans: sorted(
      spans.map(({ start, end, mark }) => ({ start, end, mark: withCorrection(mark, readings) })),
    ),
    points: sortedPoints(points),
  });
  return {
    divisions: divisions.map((division) => ({
      ...division,
      paragraphs: division.paragraphs.map((paragraph) => ({ ...paragraph, ...whole(paragraph) })),
    })),
    notes: inOrder(
      notes.map(({ id, hand, label, mark, title, on, at, paragraphs }) => ({
        id,
        hand,
        label,
        mark,
        title,
        on,
        at,
        paragraphs: paragraphs.map(whole),
      })),
    ),
  };
}

/** A correction of a reading that is cut stands in the note on it, before what else is said. */
function withCorrection(mark: ReadSpan['mark'], readings: ReadSource['readings']): ReadSpan['mark'] {
  if (mark.type !== 'reading' || mark.correction !== undefined) return mark;
  const said = readings.get(mark.id);
  return { ...mark, correction: said?.startsWith('→') ? said.split(' ')[0] : undefined };
}

function inOrder<T extends { hand: string; id: string }>(notes: T[]): T[] {
  return notes.sort((a, b) => (a.hand + a.id < b.hand + b.id ? -1 : 1));
}

function placeOf(note: Note) {
  if (!note.at) return undefined;
  const { anchor, offset } = note.at;
  return { anchor, start: note.quote?.start ?? offset, end: note.quote?.end ?? offset };
}

function paragraphsOf(note: Note, mentions: readonly Mention[], site: URL): ReadText[] {
  let from = 0;
  return note.paragraphs.map((text) => {
    const [start, end] = [from, from + text.words.length];
    from = end + 2;
    const within = mentions.flatMap((mention) => {
      const clipped = {
        ...mention,
        start: Math.max(mention.start, start) - start,
        end: Math.min(mention.end, end) - start,
      };
      return clipped.start < clipped.end ? [clipped] : [];
    });
    return textOf(text, { site, mentions: within });
  });
}

function textOf(
  { words, spans, points }: Text,
  {
    site,
    mentions,
    quoted = [],
    separators = '',
  }: { site: URL; mentions: readonly Mention[]; quoted?: ReadSpan[]; separators?: string },
): ReadText {
  const all: ReadSpan[] = [
    ...spans.map(({ start, end, mark }) => ({ start, end, mark: markOf(mark, site) })),
    ...mentions.map(({ start, end, entity }) => ({
      start,
      end,
      mark: { type: 'name' as const, ref: entityId(entity) },
    })),
    ...quoted,
  ];
  return {
    words,
    spans: sorted(all.flatMap((span) => trimmed(span, words, separators))),
    points: sortedPoints(points.flatMap((point) => pointOf(point))),
  };
}

/** What parts lines and cells is in no element, so no mark begins or ends there. */
function trimmed(span: ReadSpan, words: string, separators: string): ReadSpan[] {
  let { start, end } = span;
  while (start < end && separators.includes(words[start] ?? ' ')) start += 1;
  while (end > start && separators.includes(words[end - 1] ?? ' ')) end -= 1;
  return start < end ? [{ ...span, start, end }] : [];
}

function markOf(mark: Span['mark'], site: URL): ReadSpan['mark'] {
  if (mark.type === 'link') return { type: 'link', href: new URL(mark.href, site).href };
  if (mark.type === 'reading')
    return { type: 'reading', id: mark.reading.id, correction: mark.reading.decision.reading };
  return { type: mark.type };
}

function pointOf(point: Point): ReadPoint[] {
  if (point.type !== 'call') return [point];
  return point.note && point.note.hand !== 'editor-note'
    ? [{ at: point.at, type: 'call', target: noteId(point.note) }]
    : [];
}

function sorted(spans: ReadSpan[]): ReadSpan[] {
  const key = ({ start, end, mark }: ReadSpan) =>
    `${String(start).padStart(6)} ${String(end).padStart(6)} ${JSON.stringify(mark)}`;
  return spans.sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

/** Of marks at one place, a line break comes last: it ends the line that the others stand in. */
function sortedPoints(points: ReadPoint[]): ReadPoint[] {
  const last = ({ type }: ReadPoint) => (type === 'line-break' ? 1 : 0);
  return points.sort((a, b) => a.at - b.at || last(a) - last(b));
}
