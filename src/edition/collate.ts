import type { Decision } from '../schemas/apparatus.ts';
import type { Witness } from '../schemas/source.ts';
import { checkPages, checkParagraphs, type EditionWord } from './collate-layout.ts';
import type { Division, Note, Paragraph, Place, Source, Text } from './model.ts';
import { formatPlace, type Problem } from './problem.ts';
import { divideWitness, type WitnessWord, wordsOf } from './witness.ts';

/** One part of a witness: how many of its words the edition has or accounts for. */
export interface CollationRow {
  part: string;
  /** Words found in the edition, in order; equal to `total` unless something is wrong. */
  found: number;
  total: number;
}

export interface Collation {
  siglum: string;
  file: string;
  rows: CollationRow[];
  /** Words of the whole file, as `wc -w` counts them. */
  whole: number;
  problems: Problem[];
}

/**
 * Compares a source with one witness, word by word and in order: every word of the witness must be
 * in the edition or left out by a recorded decision, and the other way round. Words are what stands
 * between spaces, so punctuation is compared too.
 */
export function collate(source: Source, witness: Witness, bytes: Uint8Array, folder: string): Collation {
  const file = `${folder}/${witness.file}`;
  const problems: Problem[] = [];
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  const divided = divideWitness(text, witness, source.apparatus.decisions, file);
  problems.push(...divided.problems);

  const edition = source.divisions.flatMap((division) => editionWords(division, witness));
  const matched = compare(edition, divided.body, { file: `${folder}/text.md` }, problems);
  const counts = { heading: 0, body: 0, call: 0 };
  for (const { isCall, part } of edition.slice(0, matched)) counts[isCall ? 'call' : part] += 1;
  const total = (part: 'heading' | 'call') =>
    edition.filter((word) => (part === 'call' ? word.isCall : !word.isCall && word.part === part)).length;
  const calls = total('call');
  const headings = total('heading');

  const rows: CollationRow[] = [
    { part: 'words of the body', found: counts.body, total: divided.body.length - headings - calls },
  ];
  if (headings > 0) rows.push({ part: 'words of headings', found: counts.heading, total: headings });
  if (calls > 0) rows.push({ part: 'note calls standing as words', found: counts.call, total: calls });
  const notes = collateNotes(source, witness, divided.notes, problems);
  if (notes.total > 0)
    rows.push({
      part: `words of ${String(divided.notes.size)} note${divided.notes.size === 1 ? '' : 's'}`,
      found: notes.found,
      total: notes.total,
    });
  if (notes.numbers > 0)
    rows.push({ part: 'numbers printed before the notes', found: notes.numbers, total: notes.numbers });
  for (const { decision, words } of divided.omissions) {
    rows.push({
      part: `omitted, ${lines(decision)}: “${shorten(words.map(({ word }) => word).join(' '))}”`,
      found: words.length,
      total: words.length,
    });
  }
  if (divided.joins > 0)
    rows.push({
      part: 'second halves of words divided at a line end',
      found: divided.joins,
      total: divided.joins,
    });

  if (matched === edition.length && matched === divided.body.length) {
    problems.push(
      ...checkPages(edition, divided.body, witness, source),
      ...checkParagraphs(edition, divided.body, witness, source),
    );
  }
  const sum = rows.reduce((all, row) => all + row.total, 0);
  if (problems.length === 0 && sum !== divided.whole) {
    problems.push({
      code: 'collation-sum',
      place: { file },
      fact: `The parts make ${String(sum)} words, the file has ${String(divided.whole)}.`,
      action: 'Record in apparatus.yaml what is left out, or in source.yaml where the notes stand.',
    });
  }
  return { siglum: witness.siglum, file, rows, whole: divided.whole, problems };
}

function lines(decision: Extract<Decision, { kind: 'omitted' }>): string {
  return typeof decision.lines === 'number'
    ? `line ${String(decision.lines)}`
    : `lines ${decision.lines.replace('-', '–')}`;
}

function shorten(text: string): string {
  return text.length <= 60 ? text : `${text.slice(0, 57)}…`;
}

/** A call as the witness prints it, with the space before it if there is one. */
function printedCall({ label, mark }: Note, witness: Witness): string {
  return witness['other-calls'][label] ?? (witness.calls ?? '').replace('{n}', mark);
}

/**
 * Takes the number off the first word of a note, where the edition does not have it as a word: it
 * may stand alone, with other marks around it than the call has, or right before the first word.
 */
function withoutNumber(words: WitnessWord[], call: string, [ours = '', ...others]: string[]) {
  const [first, ...rest] = words;
  if (!first || call === '') return { words, numbers: 0 };
  // A note may begin with a number of its own: “1 May”.
  const isWord = first.word === ours && words.length <= others.length + 1;
  const [second, ...after] = rest;
  // “[Footnote 1:”
  if (/^\[?(?:foot|end)?note$/i.test(first.word) && second && bare(second.word) === bare(call) && !isWord)
    return { words: after, numbers: 2 };
  if (bare(first.word) === bare(call) && !isWord) return { words: rest, numbers: 1 };
  const number = first.word.slice(0, first.word.length - ours.length);
  if (ours !== '' && number !== '' && first.word === number + ours && bare(number) === bare(call))
    return { words: [{ ...first, word: ours }, ...rest], numbers: 0 };
  return { words, numbers: 0 };
}

/** A number without the marks around it and not raised; other marks, as `*`, as they are. */
function bare(mark: string): string {
  return mark.replace(/[[\]().:^]/g, '').replace(/[⁰¹²³⁴-⁹]/g, (digit) => digit.normalize('NFKD'));
}

/** The words of a text as the witness would print them, with its note calls and page breaks. */
function printed(text: Text, witness: Witness): { word: string; isCall: boolean; pages: string[] }[] {
  const calls = text.points.filter((point) => point.type === 'call' && point.note?.hand !== 'editor-note');
  const milestones = text.points.filter((point) => point.type === 'milestone');
  let string = '';
  let from = 0;
  // Offsets in `string` of every character that belongs to a call.
  const inCall = new Set<number>();
  const pageAt: { at: number; n: string }[] = [];
  for (const point of [...calls, ...milestones].sort((a, b) => a.at - b.at)) {
    string += text.words.slice(from, point.at);
    from = point.at;
    if (point.type === 'milestone') pageAt.push({ at: string.length, n: point.n });
    else if (point.type === 'call') {
      const mark = point.note ? printedCall(point.note, witness) : '';
      for (let i = 0; i < mark.length; i++) inCall.add(string.length + i);
      string += mark;
    }
  }
  string += text.words.slice(from);
  return wordsOf(string).map(({ word, at }) => ({
    word,
    isCall: inCall.has(at),
    pages: pageAt.filter((page) => page.at >= at && page.at < at + word.length).map(({ n }) => n),
  }));
}

function editionWords(division: Division, witness: Witness): EditionWord[] {
  const heading: EditionWord[] = division.supplied
    ? []
    : wordsOf(division.heading).map(({ word }, index) => ({
        word,
        place: division.place,
        anchor: division.anchor,
        isCall: false,
        part: 'heading',
        startsParagraph: index === 0,
        pages: [],
      }));
  const body = division.paragraphs.flatMap((paragraph: Paragraph) =>
    printed(paragraph, witness).map((word, index): EditionWord => ({
      ...word,
      place: paragraph.place,
      anchor: paragraph.anchor,
      part: 'body',
      startsParagraph: index === 0,
    })),
  );
  return [...heading, ...body];
}

/** The number of words that agree from the start; reports the first that does not. */
function compare(edition: EditionWord[], witness: WitnessWord[], start: Place, problems: Problem[]): number {
  const length = Math.max(edition.length, witness.length);
  for (let i = 0; i < length; i++) {
    const ours = edition[i];
    const theirs = witness[i];
    if (ours?.word === theirs?.word) continue;
    const context = (words: { word: string }[]) =>
      words
        .slice(i, i + 6)
        .map(({ word }) => word)
        .join(' ');
    const near = ours ?? edition.at(-1);
    problems.push({
      code: 'collation-differs',
      place: near?.place ?? start,
      fact: `The edition (${near?.anchor ?? 'start'}) has ${ours ? `“${context(edition)}”` : 'nothing more'}, the witness (${theirs ? formatPlace(theirs.place) : 'its end'}) has ${theirs ? `“${context(witness)}”` : 'nothing more'}.`,
      action:
        'Restore the words of the witness; a misprint is kept and marked in apparatus.yaml, words left out are recorded there.',
    });
    return i;
  }
  return length;
}

function collateNotes(
  source: Source,
  witness: Witness,
  notes: Map<string, WitnessWord[]>,
  problems: Problem[],
) {
  const result = { found: 0, total: 0, numbers: 0 };
  for (const [label, words] of notes) {
    const note = source.witnessNotes.find((one) => one.label === label);
    const [first] = words;
    if (!note) {
      problems.push({
        code: 'note-untranscribed',
        place: first?.place ?? { file: source.id },
        fact: `The witness has note \`${label}\` here, the edition does not.`,
        action: `Add \`[^${label}]: …\` to text.md.`,
      });
      result.total += words.length;
      continue;
    }
    const ours = note.paragraphs.flatMap((text) => printed(text, witness));
    const { words: theirs, numbers } = withoutNumber(
      words,
      printedCall(note, witness).trim(),
      ours.map(({ word }) => word),
    );
    result.numbers += numbers;
    result.total += theirs.length;
    const editionSide = ours.map((word): EditionWord => ({
      ...word,
      place: note.place,
      anchor: label,
      part: 'body',
      startsParagraph: false,
    }));
    result.found += compare(editionSide, theirs, note.place, problems);
  }
  for (const note of source.witnessNotes) {
    if (!notes.has(note.label)) {
      problems.push({
        code: 'note-unlocated',
        place: note.place,
        fact: `source.yaml does not say where note \`${note.label}\` stands in the witness.`,
        action: `Add \`${note.label}: LINES\` under \`notes\` of the witness.`,
      });
    }
  }
  return result;
}
