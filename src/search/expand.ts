/** Other spellings, forms and names of what a reader types. */
import { tokens } from '../edition/normalise.ts';
import { namedBy, wordsOf, type NameIndex } from './name-index.ts';
import type { Query, Term, Unit } from './query.ts';
import { joinedSpelling, otherSpellings } from './spellings.ts';
import { formsStemmedApart } from './word-forms.ts';

/** Names of at most so many words are known. */
const longestName = 8;
/** So many variants are looked for at most; what comes after them in a query is looked for as it is typed. */
const mostVariants = 400;
/** First parts of what is written as one word, too. */
const parts = /^(?:to|for|any|some|every|co|re|\d+|.)$/u;

/**
 * The query with all that its words are called and spelled besides.
 * @returns `also`: the other names, as they are written, for the reader to be told.
 */
export function expand(query: Query, names: NameIndex): { query: Query; also: string[] } {
  if (query.isExact) return { query, also: [] };
  const also: string[] = [];
  const terms: Term[] = [];
  const hyphened = hyphenedPairs(query.text);
  let variants = 0;
  for (let at = 0; at < query.terms.length;) {
    const { run, length, forms } = nameAt(query.terms, at, names, hyphened);
    const wider = run.map(withSpellings);
    variants += wider.reduce((sum, { units }) => sum + units.length - 1, 0);
    if (variants > mostVariants)
      return { query: { ...query, terms: [...terms, ...query.terms.slice(at)] }, also: [...new Set(also)] };
    also.push(...forms);
    terms.push(...wider);
    at += length;
  }
  return { query: { ...query, terms }, also: [...new Set(also)] };
}

/**
 * The longest name that begins at a term. Each of its words may be answered by another name of the
 * whole: so what has all the words answers, and what has another name.
 */
function nameAt(
  terms: readonly Term[],
  at: number,
  names: NameIndex,
  hyphened: ReadonlySet<string>,
): { run: Term[]; length: number; forms: string[] } {
  const first = terms[at] ?? { units: [], isExcluded: false };
  for (let length = Math.min(longestName, terms.length - at); length > 0; length -= 1) {
    const some = terms.slice(at, at + length);
    const units = some.flatMap((one) => one.units);
    const isName =
      some.every(({ units, isExcluded }) => units.length === 1 && isExcluded === first.isExcluded) &&
      units.every(({ kind }) => kind === 'word' || (kind === 'phrase' && length === 1));
    if (!isName) continue;
    const words = units.flatMap((unit) => unit.words);
    const joined = length > 1 ? joinedSpelling(words, hyphened.has(words.join(' '))) : undefined;
    const { forms, here } = otherNames(words, joined, names);
    if (forms.length === 0 && here.length === 0 && joined === undefined) continue;
    const variants = [
      ...forms.map((form): Unit => ({ ...variantOf(wordsOf(form)), isName: true })),
      ...here.map(([form, places]): Unit => ({ ...variantOf(wordsOf(form)), isName: true, places })),
      ...(joined === undefined ? [] : [joined, ...formsStemmedApart(joined)]).map((one) =>
        variantOf(wordsOf(one)),
      ),
    ];
    // Parts that nobody looks for by themselves, as in `to-day`, stand together.
    const isOneWord = joined !== undefined && parts.test(words[0] ?? '');
    if (isOneWord) {
      const typed: Unit = { kind: 'phrase', words, distance: 0, isVariant: false };
      return { run: [{ ...first, units: [typed, ...variants] }], length, forms };
    }
    return {
      run: some.map((term) => ({ ...term, units: [...term.units, ...variants] })),
      length,
      forms,
    };
  }
  return { run: [first], length: 1, forms: [] };
}

/** All other forms of what these words name, written apart or as one. */
function otherNames(
  words: readonly string[],
  joined: string | undefined,
  names: NameIndex,
): { forms: string[]; here: [form: string, places: string[]][] } {
  const found = [...namedBy(words, names), ...(joined === undefined ? [] : namedBy([joined], names))];
  const forms = new Map(found.flatMap((name) => name.forms.map((form) => [wordsOf(form).join(' '), form])));
  forms.delete(words.join(' '));
  return { forms: [...forms.values()], here: found.flatMap(({ here = [] }) => here) };
}

/** Words of a query with a hyphen between them, each two with a space. */
function hyphenedPairs(text: string): Set<string> {
  const inText = tokens(text);
  return new Set(
    inText.flatMap(({ token, end }, index) => {
      const next = inText[index + 1];
      return next && /^[-‐‑]$/.test(text.slice(end, next.start)) ? [`${token} ${next.token}`] : [];
    }),
  );
}

/** Adds the spellings of single words and phrases, and forms that the index does not find by their stems. */
function withSpellings(term: Term): Term {
  const known = new Set(term.units.map(({ words }) => words.join(' ')));
  const more = term.units.flatMap((unit): Unit[] => {
    if (unit.isVariant || unit.kind === 'near' || unit.kind === 'prefix') return [];
    const forms = unit.kind === 'word' ? formsStemmedApart(unit.words[0] ?? '') : [];
    return [
      ...spellingsOf(unit.words).map(variantOf),
      ...forms.map((form): Unit => ({ ...variantOf([form]), isForm: true })),
    ];
  });
  return { ...term, units: [...term.units, ...more.filter(({ words }) => !known.has(words.join(' ')))] };
}

/** A phrase with one of its words in another spelling, for each that has one. */
function spellingsOf(words: readonly string[]): string[][] {
  return words.flatMap((word, index) =>
    otherSpellings(word).map((spelling) => [
      ...words.slice(0, index),
      ...spelling.split(' '),
      ...words.slice(index + 1),
    ]),
  );
}

function variantOf(words: string[]): Unit {
  return { kind: words.length === 1 ? 'word' : 'phrase', words, distance: 0, isVariant: true };
}
