/** By which words each source is called, for whoever asks for it. */
import { dateInWords } from '../../edition/labels.ts';
import type { Edition, Source } from '../../edition/model.ts';
import { tokens } from '../../edition/normalise.ts';
import { withholds } from '../../edition/rights.ts';
import { arabic } from './numbers.ts';

/** `/find/sources.json`. */
export interface Directory {
  sources: DirectoryEntry[];
}

export interface DirectoryEntry {
  id: string;
  /** As readers cite it: `Strong 1934`. */
  short: string;
  /** Every word by which it may be called, folded, once, with spaces between them. */
  words: string;
  /** The number of the chapter: in `James 13` that is no paragraph. */
  chapter?: string;
  /** Present when words of it are not shown. */
  withheld?: true;
  /** Present when it is no longer part of the edition; its address says what became of it. */
  retired?: true;
}

/** Words that name no source. */
const little = new Set(
  (
    'a an and by cf ch chap chapter ed eds from in issue no number of on p pp quoted see source sources ' +
    'text the vol vols volume ' +
    // What people add to a citation.
    'cit loc op'
  ).split(' '),
);

/** Whether a folded word says nothing about which source is meant; an initial stands for many names. */
export function isLittle(word: string): boolean {
  return little.has(word) || /^\p{L}$/u.test(word);
}

export function directoryOf({ sources, ledger }: Edition): Directory {
  const retired = Object.entries(ledger.sources)
    .filter(([, { status }]) => status !== 'live')
    .map(([id, { short }]): DirectoryEntry => ({ id, short, words: words([id, short]), retired: true }));
  return {
    sources: [
      ...sources.map((source): DirectoryEntry => {
        const { short, container } = source.header;
        return {
          id: source.id,
          short,
          words: words(namesOf(source)),
          ...(container.chapter !== undefined && { chapter: container.chapter }),
          ...(withholds(source) && { withheld: true as const }),
        };
      }),
      ...retired,
    ],
  };
}

function namesOf({ id, header }: Source): string[] {
  const { title, authors, container } = header;
  // `C. L. R.` is written `C.L.R.` too, which is one word.
  const names = authors.flatMap(({ name }) => [name, name.replace(/(?<=\p{L}\.) (?=\p{L}\.)/gu, '')]);
  const numbers = [container.volume?.text, container.issue?.text, container.chapter];
  return [
    id,
    header.short,
    ...names,
    title.text,
    container.title,
    dateInWords(header.date),
    ...numbers.filter((one) => one !== undefined),
  ];
}

function words(texts: readonly string[]): string {
  return [...new Set(texts.flatMap(namingWords))].join(' ');
}

function namingWords(text: string): string[] {
  return tokens(text).flatMap(({ token }) => (isLittle(token) ? [] : [token]));
}

/**
 * The sources that all these words name; of several, those that are cited so to the letter; those that
 * are no longer in the edition only if no other is.
 */
export function sourcesNamed(name: readonly string[], { sources }: Directory): DirectoryEntry[] {
  if (name.length === 0) return [];
  const named = sources.filter(({ words }) => {
    const known = new Set(words.split(' '));
    return name.every((word) => formsOf(word).some((form) => known.has(form)));
  });
  const exact = named.filter(({ short }) => {
    const cited = namingWords(short);
    return cited.every((word) => name.includes(word)) && name.every((word) => cited.includes(word));
  });
  const best = exact.length > 0 ? exact : named;
  const live = best.filter(({ retired }) => !retired);
  return live.length > 0 ? live : best;
}

/** `Strong’s` is Strong, `XIII` is 13. */
function formsOf(word: string): string[] {
  return [word, arabic(word), ...(word.endsWith('s') ? [word.slice(0, -1)] : [])];
}

/** The sources cited to the letter so, whatever their names look like. */
export function sourcesCited(text: string, { sources }: Directory): DirectoryEntry[] {
  const asked = plain(text);
  return asked === '' ? [] : sources.filter(({ short }) => plain(short) === asked);
}

function plain(text: string): string {
  return tokens(text)
    .map(({ token }) => token)
    .join(' ');
}

/** Sources that share words with a name that none has, those with most first; a beginning of a word counts. */
export function sourcesNear(name: readonly string[], { sources }: Directory): DirectoryEntry[] {
  const letters = name.filter((word) => /\p{L}/u.test(word));
  const scored = sources
    .filter(({ retired }) => !retired)
    .map((entry) => {
      const known = entry.words.split(' ');
      const shared = letters.filter((word) => known.some((one) => isNear(word, one))).length;
      const exact = name.filter((word) => known.includes(word)).length;
      return { entry, score: shared === 0 ? 0 : shared + exact / 100 };
    });
  return scored
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .map(({ entry }) => entry);
}

function isNear(word: string, known: string): boolean {
  return formsOf(word).includes(known) || (word.length > 3 && known.startsWith(word.slice(0, 4)));
}
