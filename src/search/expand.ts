/** Other spellings and names of what a reader types. */
import { tokens } from '../edition/normalise.ts';
import type { Query, Term, Unit } from './query.ts';
import { joinedSpelling, otherSpellings } from './spellings.ts';

/** `/search/names.json`. */
export interface NameCatalogue {
  names: Name[];
}

/** What the texts speak of, by all that it is called. */
export interface Name {
  /** The folder and the id of the entity: `people/joseph-stalin`. */
  id: string;
  /** The preferred one first. */
  forms: string[];
  /** Forms that mean it in these places alone: `strong-1934#p3`. */
  here?: [form: string, places: string[]][];
}

/** Names of at most so many words are known. */
const longestName = 6;

/** From the words of a form, with spaces, to all that are called so. */
export type NameIndex = ReadonlyMap<string, readonly Name[]>;

export function indexNames({ names }: NameCatalogue): NameIndex {
  const index = new Map<string, Name[]>();
  for (const name of names) {
    for (const form of name.forms) {
      const key = keyOf(form);
      index.set(key, [...(index.get(key) ?? []), name]);
    }
  }
  return index;
}

/**
 * The query with all that its words are called and spelled besides.
 * @returns `also`: the other names, as they are written, for the reader to be told.
 */
export function expand(query: Query, names: NameIndex): { query: Query; also: string[] } {
  if (query.isExact) return { query, also: [] };
  const also: string[] = [];
  const terms: Term[] = [];
  for (let at = 0; at < query.terms.length;) {
    const { term, length, forms } = nameAt(query.terms, at, names);
    also.push(...forms);
    terms.push(withSpellings(term));
    at += length;
  }
  return { query: { ...query, terms }, also: [...new Set(also)] };
}

/** The longest name that begins at a term, as one term. */
function nameAt(
  terms: readonly Term[],
  at: number,
  names: NameIndex,
): { term: Term; length: number; forms: string[] } {
  const first = terms[at] ?? { units: [], isExcluded: false };
  for (let length = Math.min(longestName, terms.length - at); length > 0; length -= 1) {
    const some = terms.slice(at, at + length);
    const units = some.flatMap((one) => one.units);
    const isName =
      some.every(({ units, isExcluded }) => units.length === 1 && isExcluded === first.isExcluded) &&
      units.every(({ kind }) => kind === 'word' || (kind === 'phrase' && length === 1));
    const words = units.flatMap((unit) => unit.words);
    const { forms, here } = isName ? namesOf(words, names) : nothing;
    const joined = isName && length === 2 ? joinedSpelling(words) : undefined;
    if (forms.length === 0 && here.length === 0 && joined === undefined) continue;
    const typed: Unit =
      length === 1 ? (units[0] as Unit) : { kind: 'phrase', words, distance: 0, isVariant: false };
    const variants = [...forms, ...(joined === undefined ? [] : [joined])].map((form) =>
      unitOf(wordsOf(form)),
    );
    const local = here.map(([form, places]) => ({ ...unitOf(wordsOf(form)), places }));
    return { term: { ...first, units: [typed, ...variants, ...local] }, length, forms };
  }
  return { term: first, length: 1, forms: [] };
}

type OtherForms = Required<Pick<Name, 'forms' | 'here'>>;

const nothing: OtherForms = { forms: [], here: [] };

/** All other forms of what these words name, the plural and genitive of a name as the name. */
function namesOf(words: readonly string[], names: NameIndex): OtherForms {
  const key = words.join(' ');
  const found = names.get(key) ?? (key.endsWith('s') ? names.get(key.slice(0, -1)) : undefined) ?? [];
  const forms = new Map(found.flatMap((name) => name.forms.map((form) => [keyOf(form), form])));
  forms.delete(key);
  return { forms: [...forms.values()], here: found.flatMap(({ here = [] }) => here) };
}

/** Adds the spellings of single words and phrases. */
function withSpellings(term: Term): Term {
  const known = new Set(term.units.map(({ words }) => words.join(' ')));
  const more = term.units.flatMap((unit): Unit[] => {
    if (unit.isVariant || unit.kind === 'near' || unit.kind === 'prefix') return [];
    return spellingsOf(unit.words).map(unitOf);
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

function unitOf(words: string[]): Unit {
  return { kind: words.length === 1 ? 'word' : 'phrase', words, distance: 0, isVariant: true };
}

function wordsOf(form: string): string[] {
  return tokens(form).map(({ token }) => token);
}

function keyOf(form: string): string {
  return wordsOf(form).join(' ');
}
