/** Reads what stands on paper: `James 13 ¶7–9`, `note 3 of Strong`, an address, a whole citation. */
import { tokens } from '../../edition/normalise.ts';
import { addressIn, withoutAddresses } from './address-text.ts';
import { isLittle } from './directory.ts';
import { locatorsIn, number, pattern, range, roman, wordStart, type Locator } from './locators.ts';
import { arabic, ordered } from './numbers.ts';

export interface Asked {
  /** Path, query and fragment of an address; it says all. */
  address: string | undefined;
  /** Words that name the source, folded as `tokens` folds them. */
  name: string[];
  /** The same without what may be a further locator, as the paragraph in `¶ 9, note 3`. */
  core: string[];
  /** The words of `name` as they were typed. */
  called: string;
  locator: Locator | undefined;
  /** Further places of the same kind: the second of `¶ 9 and 11`. */
  also: Locator[];
  /** Numbers at the end that no word explains, as in `Strong 12` or `James 13.7–9`: the last `words` of `name`. */
  bare: { from: string; to: string; words: number } | undefined;
}

/** What asks for nothing. */
export const nothing: Asked = {
  address: undefined,
  name: [],
  core: [],
  called: '',
  locator: undefined,
  also: [],
  bare: undefined,
};

/** Longer texts are cut, unless an address stands in them: an entry of a bibliography is shorter. */
export const maximumLength = 4000;

/** The note’s number, if it is given one, is for `locatorsIn`. */
const titled = pattern(
  String.raw`${wordStart}(?:ed(?:itor)?\.?(?:’?s|s’)? (?:notes?|repl(?:y|ies))(?: ?: ?|,? (?:on |about )?|$)|(?<!(?:author|transcriber)(?:’?s)? )notes? ?: (?!\d))(?! ?(?:nos?\b\.? ?)?\d+ ?(?:$|[,;)]|(?:of|on|to|in)\b))(?<title>.*)`,
);
const chapter = pattern(
  String.raw`${wordStart}ch(?:ap(?:ter)?)?s?(?:\b\.?|(?=\d)) ?(?:(?<digits>${number})|(?<roman>${roman}))`,
);
/** A number of a volume or an issue is part of the name. */
const explained = String.raw`(?<!\b(?:vols?|volume|nos?|number|issue)\.? ?)`;
const last = pattern(String.raw`(?<![\p{L}\p{N}])${explained}${range}[ .,;)\]]*$`);

/** Never throws; a text that makes no sense names nothing. */
export function parseCitation(text: string): Asked {
  const address = addressIn(text);
  if (address?.isOurs) return { ...nothing, address: address.path };
  const words = withoutAddresses(withoutRemarks(text.slice(0, maximumLength)));
  const asked = parseWords(plainText(words));
  const isEmpty = asked.name.length === 0 && !asked.locator;
  return address && isEmpty ? { ...nothing, address: address.path } : asked;
}

/** Without what people add to a citation that names no place: `ff.`, `(my emphasis)`, the day of access. */
function withoutRemarks(text: string): string {
  return text
    .replace(/(?<=\d) {1,3}ff?\b\.?/g, '')
    .replace(/\b(?:my emphasis|emphasis (?:added|mine))\b/gi, '')
    .replace(/\b(?:accessed|retrieved)\b.*$/is, '');
}

function parseWords(text: string): Asked {
  let rest = text;
  const cutOut = (from: RegExp): Partial<Record<string, string>> | undefined => {
    const match = from.exec(rest);
    if (match) rest = `${rest.slice(0, match.index)} , ${rest.slice(match.index + match[0].length)}`;
    return match?.groups;
  };
  const title = cutOut(titled)?.['title'];
  // Before the locators, or the `p` of `chap 13` would be a page.
  const { digits, roman: letters } = (title === undefined && cutOut(chapter)) || {};
  const chapterNumber = digits ?? arabic(letters ?? '');
  const located = locatorsIn(rest);
  const [locator, ...also] =
    title === undefined ? located.locators : [{ kind: 'title' as const, title: title.trim() }];
  // The chapter stands first, since a bare number is looked for at the end.
  const named = (words: string) => [chapterNumber, ...folded(words)].filter((word) => word !== '');
  const beside = title === undefined ? located.rest : rest;
  const numbers = locator ? null : last.exec(rest);
  const { from, to } = numbers?.groups ?? {};
  return {
    address: undefined,
    name: named(beside),
    core: named(located.core),
    called: [...written(beside), ...(chapterNumber === '' ? [] : [`ch. ${chapterNumber}`])].join(' '),
    locator,
    also,
    bare:
      from === undefined
        ? undefined
        : { ...ordered(from, to ?? from), words: folded(numbers?.[0] ?? '').length },
  };
}

function folded(text: string): string[] {
  return tokens(text).flatMap(({ token }) => (isLittle(token) ? [] : [token]));
}

function written(text: string): string[] {
  return tokens(text).flatMap(({ token, start, end }) => (isLittle(token) ? [] : [text.slice(start, end)]));
}

/** One kind of space, of dash and of apostrophe, and letters of the usual width. */
function plainText(text: string): string {
  return text
    .replace(/[！-～]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/\s+/g, ' ')
    .replace(/[-‐-―−]/g, '–')
    .replace(/(?<=\p{L})['‘`´′](?=\p{L})/gu, '’');
}
