/** Finds what is called by some words, in whatever letters, case or order these are written. */
import { tokens } from '../edition/normalise.ts';
import { isCyrillic, russianStem, skeletons } from './transliteration.ts';
import { functionWords } from './word-forms.ts';

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
  /** How often texts and notes name it. */
  mentions?: number;
}

/**
 * From a key to all that are called so: the words of a form with spaces; with `~` before it the
 * skeleton of a form in Cyrillic, with `*` its stems, with `=` the last word of a person’s name, with `@` what
 * that may be in other letters and cases.
 */
export type NameIndex = ReadonlyMap<string, readonly Name[]>;

export function indexNames({ names }: NameCatalogue): NameIndex {
  const index = new Map<string, Name[]>();
  const add = (key: string, name: Name) => {
    const those = index.get(key);
    if (!those) index.set(key, [name]);
    else if (!those.includes(name)) those.push(name);
  };
  for (const name of names) {
    for (const form of name.forms) {
      const words = wordsOf(form);
      add(words.join(' '), name);
      if (words.some((word) => isCyrillic(word))) {
        add(`*${words.map(russianStem).join(' ')}`, name);
        for (const skeleton of together(words.map(skeletons))) add(`~${skeleton}`, name);
      }
      const last = words.at(-1) ?? '';
      // A person may be called with initials, first name and patronymic.
      if (name.id.startsWith('people/')) for (const key of [`=${last}`, ...surnameKeys(last)]) add(key, name);
    }
  }
  return index;
}

export function wordsOf(form: string): string[] {
  return tokens(form).map(({ token }) => token);
}

/** All that these words name; the plural and genitive of a name as the name. */
export function namedBy(words: readonly string[], names: NameIndex): readonly Name[] {
  if (names.size === 0 || words.length === 0) return [];
  const key = words.join(' ');
  const plain = names.get(key) ?? (key.endsWith('s') ? names.get(key.slice(0, -1)) : undefined);
  return plain ?? inOtherLetters(words, names) ?? persons(words, names);
}

function inOtherLetters(words: readonly string[], names: NameIndex): readonly Name[] | undefined {
  if (words.some((word) => isCyrillic(word))) return names.get(`*${words.map(russianStem).join(' ')}`);
  // An English plural, like marks, is no Russian name, nor is a surname that its editor let stand for no one alone.
  const [only = ''] = words.length === 1 ? words : [];
  if (only.endsWith('s') || (only !== '' && names.has(`=${only}`))) return undefined;
  for (const skeleton of together(words.map(skeletons))) {
    const found = names.get(`~${skeleton}`);
    if (found) return found;
  }
  return undefined;
}

/** The persons of that surname whom all the other words may mean: `N. I. Bukharin`, `Bukharin, Nikolai`. */
function persons(words: readonly string[], names: NameIndex): readonly Name[] {
  const [first = ''] = words;
  if (words.length === 1) return isCyrillic(first) ? ofSurname(first, names) : [];
  const found = ofSurname(words.at(-1) ?? '', names).filter((name) => areGivenTo(words.slice(0, -1), name));
  const others = words.slice(1);
  if (found.length > 0 || others.some((word) => functionWords.has(word) || titles.has(word))) return found;
  return ofSurname(first, names).filter((name) => areGivenTo(others, name));
}

function ofSurname(word: string, names: NameIndex): Name[] {
  const plain = isCyrillic(word) ? word : word.replace(/(?<=.{3})s$/, '');
  return [...new Set([word, plain].flatMap(surnameKeys).flatMap((key) => names.get(key) ?? []))];
}

function surnameKeys(word: string): string[] {
  if (isCyrillic(word)) return [`@${russianStem(word)}`, ...skeletons(word).map((one) => `@${one}`)];
  return [word, ...skeletons(word)].map((one) => `@${one}`);
}

const titles = new Set(
  'comrade president marshal premier chancellor commissar mr mrs товарищ маршал'.split(' '),
);
const patronymic = /.(?:[eoi]vi(?:t?ch|tsch|c)|[iy](?:ch|c)|евич|ович|ич|[eo]vna|[ое]вна)$/;

/** Whether words may stand with a person’s surname: first names, initials, a patronymic, a title. */
function areGivenTo(words: readonly string[], { forms }: Name): boolean {
  const given = forms.map(wordsOf).flatMap((all) => all.slice(0, -1));
  const keys = new Set(given.flatMap(givenKeys));
  const isGiven = (word: string) =>
    titles.has(word) ||
    (word.length > 4 && patronymic.test(word)) ||
    (word.length === 1 || (word.length === 2 && !functionWords.has(word))
      ? given.some((one) => initial(one) === initial(word))
      : given.includes(word) || givenKeys(word).some((key) => keys.has(key)));
  // An initial may be that of a patronymic, which the forms do not have.
  return words.some(isGiven) && words.every((word) => word.length === 1 || isGiven(word));
}

function givenKeys(word: string): string[] {
  if (isCyrillic(word))
    return [russianStem(word), ...skeletons(word, 3).map((one) => one.replace(/(?<=.{3})[ei]$/, ''))];
  // Serge is Sergei, Maxime is Maxim.
  return skeletons(word, 3).map((one) => one.replace(/(?<=.{3})[ei]$/, ''));
}

function initial(word: string): string {
  return word.charAt(0).replace(/[jy]/, 'i');
}

/** Every way to take one of each list, joined with spaces; only the first of each where there are too many. */
function together(lists: readonly string[][]): string[] {
  if (lists.some(({ length }) => length === 0)) return [];
  const ways = lists.reduce((product, { length }) => product * length, 1);
  return lists
    .map((list) => (ways > 16 ? list.slice(0, 1) : list))
    .reduce<string[]>(
      (all, list) => (all.length === 0 ? list : all.flatMap((one) => list.map((other) => `${one} ${other}`))),
      [],
    );
}
