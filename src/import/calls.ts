import { lineOf, replaceWords, type Draft } from './drafts.ts';
import { SUPERSCRIPTS, type Doubt, type LaidNote, type Layout } from './layout.ts';

/** A place that may be the call of a note. */
interface Candidate {
  note: number;
  draft: Draft;
  index: number;
  at: number;
  printed: string;
  line: number;
}

/** How a call of a note may be printed: bracketed, raised, or set to the word or mark before it. */
export function callPattern(mark: string, flags = 'u'): RegExp {
  const raised = mark.replace(/\d/g, (digit) => SUPERSCRIPTS.charAt(Number(digit)));
  const plain = mark.replace(/[*]/g, '\\*');
  const parts = [`[ \u00a0]?\\[${plain}\\](?!\\()`];
  if (/^\d/.test(mark)) {
    parts.push(`[ \u00a0]?(?<![⁰¹²³⁴-⁹])${raised}(?![⁰¹²³⁴-⁹])`, `[ \u00a0]?\\(${plain}\\)`);
    parts.push(`(?<=\\d{4}[.,;:!?])${plain}(?=\\s|$)`);
    parts.push(`(?<=\\p{L}{2}|[^\\d\\s][.,;:!?]|[)”’"'»\\]])${plain}(?![\\d\\p{L}]|[.,]\\d|[-–/]\\w|%)`);
  } else if (!/^\p{L}/u.test(mark))
    parts.push(`(?<=\\S)(?<![-‐¬*])${plain}(?![\\p{L}\\d*†‡])`, `[ \u00a0]?\\(${plain}\\)`);
  return new RegExp(parts.join('|'), flags);
}

/** Whether one of some lines has what may be the call of a note. */
export function isCalledIn(lines: readonly { text: string }[], mark: string): boolean {
  const pattern = callPattern(mark);
  return lines.some(({ text }) => pattern.test(text));
}

/** Labels by printed number; a number that stands twice gets its page before it. */
export function labelsOf(
  notes: Pick<LaidNote, 'mark' | 'from'>[],
  hand: string,
  pages: Layout['pages'],
): string[] {
  const counts = new Map<string, number>();
  for (const { mark } of notes) counts.set(mark, (counts.get(mark) ?? 0) + 1);
  const pageOf = (line: number) => pages.findLast((page) => page.line <= line)?.n ?? '1';
  const taken = new Set<string>();
  return notes.map(({ mark, from }, i) => {
    const page = pageOf(from).replace(/[^\w-]/g, '');
    const before = notes.slice(0, i).filter((note) => pageOf(note.from) === pageOf(from)).length;
    const own = /^\w+$/.test(mark) ? mark : String(before + 1);
    let label = own === mark && counts.get(mark) === 1 ? `${hand}:${mark}` : `${hand}:${page}-${own}`;
    for (let n = 2; taken.has(label); n++) label = `${hand}:${page}-${own}-${String(n)}`;
    taken.add(label);
    return label;
  });
}

/**
 * Finds the call of each note and takes it out of the words; returns the printed calls by label. Calls
 * stand in the order of their notes: of all places that may be calls, the longest series is taken, and of
 * equal ones that which prints its calls most alike.
 */
export function attachCalls(
  notes: LaidNote[],
  labels: string[],
  drafts: Draft[],
  doubts: Doubt[],
): Map<string, string> {
  const candidates = notes.flatMap(({ mark, scope }, note) =>
    drafts.flatMap((draft, index) =>
      [...draft.words.matchAll(callPattern(mark, 'gu'))]
        .map((match) => ({
          note,
          draft,
          index,
          at: match.index,
          printed: match[0],
          line: lineOf(draft, match.index),
        }))
        // A line of verse cannot begin with a call.
        .filter(({ draft: { words }, at }) => at > 0 && words.charAt(at - 1) !== '\n')
        .filter(({ line }) => line >= scope[0] && line <= scope[1]),
    ),
  );
  const chosen = longestSeries(candidates, notes);
  const printed = new Map<string, string>();
  notes.forEach(({ mark, from: line }, i) => {
    const hit = chosen.get(i);
    const label = labels[i] ?? '';
    if (!hit) {
      doubts.push({
        line,
        kind: 'note',
        fact: `No call of note ${mark} was found: it is kept as a note on the whole.`,
      });
      return;
    }
    const others = candidates.filter((one) => one.note === i && one !== hit);
    if (others.length > 0)
      doubts.push({
        line: hit.line,
        kind: 'call',
        fact: `Note ${mark} could be called at lines ${[hit, ...others]
          .slice(0, 6)
          .map((one) => String(one.line))
          .join(', ')}; the first of these was taken.`,
      });
    printed.set(label, hit.printed);
  });
  const backwards = [...chosen.values()].sort((a, b) => b.index - a.index || b.at - a.at || b.note - a.note);
  for (const { draft, at, printed: mark, note } of backwards) {
    replaceWords(draft, at, at + mark.length, '');
    draft.points.push({ at, type: 'call', label: labels[note] ?? '' });
  }
  for (const draft of drafts) doubts.push(...callsWithoutNotes(draft));
  return printed;
}

/** Of the candidates one for some of the notes, in order, so that most notes have one. */
function longestSeries(candidates: Candidate[], notes: LaidNote[]): Map<number, Candidate> {
  const form = ({ note, printed }: Candidate) => printed.replace(notes[note]?.mark ?? '', '{n}');
  const forms = new Map<string, Set<number>>();
  for (const one of candidates) forms.set(form(one), (forms.get(form(one)) ?? new Set()).add(one.note));
  const weight = (one: Candidate) => 1 + ((forms.get(form(one))?.size ?? 0) / (notes.length + 1)) * 0.9;
  const sorted = candidates.toSorted((a, b) => a.index - b.index || a.at - b.at || a.note - b.note);
  /** The best series up to each note, by note: what it weighs and its last candidate. */
  const best: { weight: number; last: Link | undefined }[] = Array.from({ length: notes.length + 1 }, () => ({
    weight: 0,
    last: undefined,
  }));
  // Two notes cannot be called at one place: what stands there is weighed before any of it counts.
  for (const here of Map.groupBy(sorted, ({ index, at }) => `${String(index)},${String(at)}`).values()) {
    const found = here.map((one) => {
      const next = best.slice(0, one.note + 1).reduce((a, b) => (b.weight > a.weight ? b : a));
      return { weight: next.weight + weight(one), last: { one, before: next.last } };
    });
    for (const series of found) {
      const own = best[series.last.one.note + 1];
      if (own && series.weight > own.weight + 1e-9) best[series.last.one.note + 1] = series;
    }
  }
  const chosen = new Map<number, Candidate>();
  let link = best.reduce((a, b) => (b.weight > a.weight ? b : a)).last;
  for (; link; link = link.before) chosen.set(link.one.note, link.one);
  return chosen;
}

interface Link {
  one: Candidate;
  before: Link | undefined;
}

const LIKE_A_CALL =
  /\[\^?\d{1,3}\]|\[\^[^\]\s]+\]|[⁰¹²³⁴-⁹]{1,3}|(?<=\p{L}{3}[.,;:!?]?["”’»)]?|[.,;:!?]["”’»)])\d{1,2}(?![\d\p{L}]|[.,:]\d|[-–/]\w|%)|(?<=\p{L}[.,;:!?]?["”’»)]?)(?:\*{1,3}(?![\p{L}*])|[†‡§])/gu;

/** Whatever looks like the call of a note that there is none of. */
function callsWithoutNotes(draft: Draft): Doubt[] {
  return [...draft.words.matchAll(LIKE_A_CALL)].map((match) => ({
    line: lineOf(draft, match.index),
    kind: 'call',
    fact: `“${match[0]}” looks like a call, but there is no such note; it is kept as words.`,
  }));
}
