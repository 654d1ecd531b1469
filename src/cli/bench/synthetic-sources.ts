/**
 * Sources that nobody wrote, as many as are wanted, to measure what a large edition costs. They are
 * like real ones in what costs something: about 60 paragraphs of about 130 words in five sections,
 * six to ten notes of the author and two or three of the editor, years from 1900 to 1990. Their
 * sentences are those of the real sources in another order; in each, all numbers and three in ten of
 * the words that do not carry the grammar are others (`invented-words.ts`). So stems, function words
 * and lengths are those of English, and rare words are as rare as in real texts: two sources have
 * about 3,000 different words, a hundred about 20,000, a thousand about 75,000, over half of them once.
 */
import { inventedWord } from './invented-words.ts';
import { random } from './random.ts';
import { capital, sentenceFrom, type Pattern } from './synthetic-sentences.ts';

export interface SyntheticParagraph {
  anchor: string;
  words: string;
  /** Calls of the author's notes, by the number of the note and the offset in the words. */
  calls: { number: number; at: number }[];
}

export interface SyntheticSource {
  id: string;
  /** `Bastor 1934` */
  short: string;
  family: string;
  given: string;
  year: number;
  title: string;
  container: string;
  sections: { anchor: string; heading: string; paragraphs: SyntheticParagraph[] }[];
  /** The author's notes; the first has the number 1. */
  notes: string[];
  editorNotes: { id: string; title: string; at: string; quote: string; words: string }[];
}

const sectionCount = 5;
const givenNames = ['Anna', 'Cyril', 'Edith', 'George', 'Jane', 'Maurice', 'Nora', 'Walter'];

/**
 * The sources in order, made one by one. A source depends on the seed and its place alone: the first
 * hundred of a thousand are the hundred of a hundred.
 */
export function* syntheticSources(
  patterns: readonly Pattern[],
  count: number,
  seed: number,
): Generator<SyntheticSource> {
  for (let index = 0; index < count; index++) yield syntheticSource(patterns, index, seed);
}

function syntheticSource(patterns: readonly Pattern[], index: number, seed: number): SyntheticSource {
  const draw = random(seed * 100_003 + index);
  const below = (limit: number) => Math.floor(draw() * limit);
  const sentence = () => sentenceFrom(patterns[below(patterns.length)] ?? [], draw);
  const sentences = (length: number) => {
    const made: string[] = [];
    for (let words = 0; words < length; words += made.at(-1)?.split(' ').length ?? length)
      made.push(sentence());
    return made;
  };
  /** A few words of a sentence, for titles. */
  const phrase = () =>
    capital(
      sentence()
        .replace(/[^\p{L}\p{N}’-]+/gu, ' ')
        .trim()
        .split(' ')
        .slice(0, 3 + below(4))
        .join(' '),
    );

  // Each author has written two of the sources, in different years.
  const author = Math.floor(index / 2);
  const family = capital(inventedWord(author));
  const first = 1900 + Math.floor(random(seed * 100_003 - author - 1)() * 80);
  const year = first + (index % 2) * (1 + below(10));

  const notes: string[] = [];
  const noteCount = 6 + below(5);
  const paragraphCount = 50 + below(21);
  const paragraphs = Array.from({ length: paragraphCount }, (_, place): SyntheticParagraph => {
    const made = sentences(50 + below(140));
    const words = made.join(' ');
    const anchor = `p${String(place + 1)}`;
    if (Math.floor((place * noteCount) / paragraphCount) < notes.length) return { anchor, words, calls: [] };
    notes.push(sentences(10 + below(25)).join(' '));
    const at = made.slice(0, 1 + below(made.length)).join(' ').length;
    return { anchor, words, calls: [{ number: notes.length, at }] };
  });
  const size = Math.ceil(paragraphCount / sectionCount);
  const sections = Array.from({ length: sectionCount }, (_, section) => ({
    anchor: `s${String(section + 1)}`,
    heading: phrase(),
    paragraphs: paragraphs.slice(section * size, (section + 1) * size),
  }));
  const editorNotes = Array.from({ length: 2 + below(2) }, (_, place) => ({
    id: `note-${String(place + 1)}`,
    title: phrase(),
    ...placeToQuote(paragraphs, below(paragraphCount)),
    words: sentences(40).join(' '),
  }));
  return {
    id: `${family.toLowerCase()}-${String(year)}`,
    short: `${family} ${String(year)}`,
    family,
    given: givenNames[author % givenNames.length] ?? '',
    year,
    title: phrase(),
    container: `The ${capital(inventedWord(index % 50))} Review`,
    sections,
    notes,
    editorNotes,
  };
}

/** The first words of the first paragraph, from a given one on, that has them once. */
function placeToQuote(
  paragraphs: readonly SyntheticParagraph[],
  from: number,
): { at: string; quote: string } {
  for (let i = 0; i < paragraphs.length; i++) {
    const { anchor, words } = paragraphs[(from + i) % paragraphs.length] as SyntheticParagraph;
    const quote = words.split(' ').slice(0, 6).join(' ');
    if (words.split(quote).length === 2) return { at: anchor, quote };
  }
  throw new Error('No paragraph has its first words once.');
}
