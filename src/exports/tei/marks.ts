/** What stands off the words of a text, made ready to be written as elements. */
import type { Mention } from '../../edition/mentions.ts';
import type { Entity, Note, Point, Reading, Span, Text } from '../../edition/model.ts';
import { quotedId } from './ids.ts';

/** A stretch of words that becomes an element, or pieces of one where elements would cross. */
export interface Mark {
  /** Of the element, or of the first of its pieces. */
  id: string;
  start: number;
  end: number;
  /** False where an earlier, or a later, piece of it stands elsewhere. */
  isFirst: boolean;
  isLast: boolean;
  mark: Span['mark'] | { type: 'quoted'; note: Note } | { type: 'name'; entities: Entity[] };
}

export interface MarkedText {
  words: string;
  /** In order of `start`, longer ones first. */
  marks: Mark[];
  points: Point[];
}

/** Of elements with the same words, the first stands outside. */
const order: Mark['mark']['type'][] = ['reading', 'quoted', 'link', 'strong', 'emphasis', 'name'];

interface Around {
  /** Of the block; ids of its marks begin with it. */
  id: string;
  quoted?: readonly Note[];
  mentions?: readonly Mention[];
  readings?: readonly Reading[];
}

/** All marks of a text; the readings of a heading are given apart, since a heading holds none. */
export function markText(
  { words, spans, points }: Text,
  { id, quoted = [], mentions = [], readings = [] }: Around,
): MarkedText {
  const whole = { isFirst: true, isLast: true };
  const marks: Mark[] = [
    ...spans.map(({ start, end, mark }, index) => ({
      ...whole,
      id: mark.type === 'reading' ? mark.reading.id : `${id}.hi-${String(index + 1)}`,
      start,
      end,
      mark,
    })),
    ...readings.map((reading) => ({
      ...whole,
      id: reading.id,
      start: reading.start,
      end: reading.end,
      mark: { type: 'reading' as const, reading },
    })),
    ...quoted.flatMap((note) =>
      // Words that are withheld have no place.
      note.quote && note.quote.start < note.quote.end
        ? [
            {
              ...whole,
              id: quotedId(note),
              start: note.quote.start,
              end: note.quote.end,
              mark: { type: 'quoted' as const, note },
            },
          ]
        : [],
    ),
    ...byWords(mentions).map(({ start, end, entities }, index) => ({
      ...whole,
      id: `${id}.name-${String(index + 1)}`,
      start,
      end,
      mark: { type: 'name' as const, entities },
    })),
  ];
  return { words, marks: sorted(marks), points };
}

/** Words that name more than one entity of a kind are one name: `the Webbs`. */
function byWords(mentions: readonly Mention[]) {
  const named = Map.groupBy(
    mentions,
    ({ start, end, entity }) => `${String(start)}-${String(end)}-${entity.kind}`,
  );
  return [...named.values()].flatMap((same) =>
    same[0] ? [{ start: same[0].start, end: same[0].end, entities: same.map(({ entity }) => entity) }] : [],
  );
}

/** A stretch of a text. */
export interface Stretch {
  start: number;
  end: number;
}

/** Lines, cells or paragraphs of a text; what stands between them is left out, and no mark has it. */
export function cutText({ words, marks, points }: MarkedText, stretches: readonly Stretch[]): MarkedText[] {
  const pieces = marks.map((mark) => piecesOf(mark, stretches));
  return stretches.map(({ start, end }, index) => ({
    words: words.slice(start, end),
    marks: pieces.flatMap((of) => {
      const piece = of[index];
      return piece ? [{ ...piece, start: piece.start - start, end: piece.end - start }] : [];
    }),
    points: points
      .filter(({ at }) => at >= start && at <= end)
      .map((point) => ({ ...point, at: point.at - start })),
  }));
}

/** The stretches between the characters at the given places. */
export function stretchesBetween(places: readonly number[], length: number): Stretch[] {
  return [...places, length].map((end, index) => ({
    start: index === 0 ? 0 : (places[index - 1] ?? 0) + 1,
    end,
  }));
}

/**
 * A reading and its correction are one element, which is not cut: other marks are cut at its ends.
 * Only of two readings that cross each other is the later one cut.
 */
export function settleReadings({ words, marks, points }: MarkedText): MarkedText {
  const kept: Mark[] = [];
  for (const mark of marks)
    if (mark.mark.type === 'reading' && !kept.some((other) => cross(mark, other))) kept.push(mark);
  const cut = marks.flatMap((mark) => {
    const ends = kept.filter((other) => cross(mark, other)).flatMap(({ start, end }) => [start, end]);
    const places = [...new Set(ends)].sort((a, b) => a - b);
    const stretches = [...places, words.length].map((end, index) => ({ start: places[index - 1] ?? 0, end }));
    return piecesOf(mark, stretches).filter((piece) => piece !== undefined);
  });
  return { words, marks: sorted(cut), points };
}

/** The piece of a mark in each stretch; none where it has no words there. */
function piecesOf(mark: Mark, stretches: readonly Stretch[]): (Mark | undefined)[] {
  const pieces = stretches.map(({ start, end }) => {
    const piece = { ...mark, start: Math.max(mark.start, start), end: Math.min(mark.end, end) };
    return piece.start < piece.end ? piece : undefined;
  });
  const first = pieces.find((piece) => piece !== undefined);
  const last = pieces.findLast((piece) => piece !== undefined);
  return pieces.map(
    (piece) =>
      piece && {
        ...piece,
        isFirst: mark.isFirst && piece === first,
        isLast: mark.isLast && piece === last,
      },
  );
}

function cross(a: Mark, b: Mark): boolean {
  return (
    (a.start < b.start && b.start < a.end && a.end < b.end) ||
    (b.start < a.start && a.start < b.end && b.end < a.end)
  );
}

function sorted(marks: Mark[]): Mark[] {
  const rank = ({ mark }: Mark) => order.indexOf(mark.type);
  return marks.sort((a, b) => a.start - b.start || b.end - a.end || rank(a) - rank(b));
}
