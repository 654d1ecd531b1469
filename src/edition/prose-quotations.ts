/** Words of the sources within the edition’s own prose, which nothing can shorten when a source is withheld. */
import { isMap, isScalar, parseDocument, visit } from 'yaml';
import { NO_MEMORY, type Memory } from './memory.ts';
import type { Source } from './model.ts';
import { tokens, type Token } from './normalise.ts';
import type { Problem } from './problem.ts';
import type { RawFile } from './raw.ts';
import { countWords, isCleared, QUOTED_WORDS, rightsIn } from './rights.ts';
import { splitFrontMatter } from './yaml.ts';

/** Words of one hand that follow each other. */
interface Sequence {
  name: string;
  words: string[];
}

/**
 * So many words of the sources are looked up at a time, and only every so many: of any longer run than
 * is allowed, such a piece is a part.
 */
const PIECE = Math.floor(QUOTED_WORDS / 2);

/** Keys whose words are shortened where they are withheld, so that they may be longer. */
const QUOTING = new Set(['quote', 'lemma']);

/** Runs of a source’s words that are longer than one quotation may be, in files of the edition’s own. */
export function proseFaults(
  files: readonly RawFile[],
  sources: readonly Source[],
  memory: Memory = NO_MEMORY,
): Problem[] {
  const sequences = sources.flatMap(sequencesOf);
  if (sequences.length === 0) return [];
  const pieces = memory.recall('pieces', sequences, () => piecesOf(sequences));
  return files.flatMap((file) =>
    memory.recall(`quotations ${file.file}`, [file, pieces], () => faultsIn(file, pieces)),
  );
}

/** Where the pieces of the sources stand, by their words. */
function piecesOf(sequences: readonly Sequence[]): Map<string, [Sequence, at: number]> {
  const pieces = new Map<string, [Sequence, at: number]>();
  for (const sequence of sequences)
    for (let at = 0; at + PIECE <= sequence.words.length; at += PIECE)
      pieces.set(sequence.words.slice(at, at + PIECE).join(' '), [sequence, at]);
  return pieces;
}

const sequencesBySource = new WeakMap<Source, Sequence[]>();

/** Only of hands that a deployment may have to withhold. */
function sequencesOf(source: Source): Sequence[] {
  const sequences = sequencesBySource.get(source) ?? makeSequences(source);
  sequencesBySource.set(source, sequences);
  return sequences;
}

function makeSequences(source: Source): Sequence[] {
  const isLimited = (hand: Parameters<typeof rightsIn>[1]) => {
    const rights = rightsIn(source, hand);
    return rights !== undefined && (!isCleared(rights) || rights.display !== 'full');
  };
  const cut = (name: string, texts: readonly { words: string }[]) => ({
    name,
    words: texts.flatMap(({ words }) => tokens(words).map(({ token }) => token)),
  });
  return [
    ...(isLimited('author') ? [cut(source.id, source.paragraphs)] : []),
    ...source.witnessNotes
      .filter(({ hand }) => isLimited(hand))
      .map((note) => cut(`${note.label} of ${source.id}`, note.paragraphs)),
  ];
}

function faultsIn({ file, text }: RawFile, pieces: ReadonlyMap<string, [Sequence, number]>): Problem[] {
  const words = tokens(text);
  const problems: Problem[] = [];
  for (let at = 0; at + PIECE <= words.length; at += 1) {
    const found = pieces.get(
      words
        .slice(at, at + PIECE)
        .map(({ token }) => token)
        .join(' '),
    );
    if (!found) continue;
    const [first, end] = run(words, at, ...found);
    at = end - 1;
    const [start, stop] = [words[first]?.start ?? 0, words[end - 1]?.end ?? 0];
    const count = countWords([{ words: text.slice(start, stop) }]);
    if (count <= QUOTED_WORDS || isQuoting(file, text, start)) continue;
    problems.push({
      code: 'rights-quotation-too-long',
      place: { file, line: text.slice(0, start).split('\n').length },
      fact: `Here stand ${String(count)} words of ${found[0].name} in a row, of which no more than ${String(QUOTED_WORDS)} may be quoted at once where they are withheld.`,
      action: 'Quote fewer, or leave some out within; words under `quote` are shortened by themselves.',
    });
  }
  return problems;
}

/** How far words agree with a sequence around a piece that they share. */
function run(words: readonly Token[], at: number, { words: of }: Sequence, place: number): [number, number] {
  let before = 0;
  while (at > before && place > before && words[at - before - 1]?.token === of[place - before - 1])
    before += 1;
  let length = PIECE;
  while (words[at + length] && words[at + length]?.token === of[place + length]) length += 1;
  return [at - before, at + length];
}

/** Whether a place of a file stands in the value of a key that quotes. */
function isQuoting(file: string, text: string, offset: number): boolean {
  const matter = file.endsWith('.mdx') ? splitFrontMatter(text)?.matter : text;
  if (matter === undefined) return false;
  const from = text.indexOf(matter);
  let isInside = false;
  visit(parseDocument(matter), {
    Pair(_, { key, value }) {
      if (!isScalar(key) || !QUOTING.has(String(key.value)) || isMap(value) || !isScalar(value)) return;
      const [start = 0, end = 0] = value.range ?? [];
      if (from + start <= offset && offset < from + end) isInside = true;
    },
  });
  return isInside;
}
