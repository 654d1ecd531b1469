/** Reads what stands on paper: `James 13 ¶7–9`, `note 3 of Strong`, an address, a whole citation. */
import type { NoteHand } from '../../edition/model.ts';
import { tokens } from '../../edition/normalise.ts';

/** A place within a source, as it is asked for. */
export type Locator =
  /** Numbers as readers see them; `mayBePage` when `p12` was written, as addresses have it and some write pages. */
  | { kind: 'paragraphs'; from: string; to: string; mayBePage: boolean }
  | { kind: 'note'; mark: string; hand: NoteHand | undefined }
  /** What follows `Editor’s note:`, perhaps with the name of the source after it. */
  | { kind: 'title'; title: string }
  | { kind: 'page'; page: string; ofWitness: boolean }
  | { kind: 'section'; name: string };

export interface Asked {
  /** Path, query and fragment of an address; it says all. */
  address: string | undefined;
  /** Words that name the source, folded as `tokens` folds them. */
  name: string[];
  locator: Locator | undefined;
  /** Numbers at the end that no word explains, as in `Strong 12` or `James 13.7–9`; they are in `name` too. */
  bare: { from: string; to: string; words: number } | undefined;
}

/** Longer texts are cut: an entry of a bibliography is shorter. */
export const maximumLength = 4000;

const number = String.raw`\d{1,6}[a-z]?(?![\p{L}\p{N}])`;
const range = String.raw`(?<from>${number})(?:\s{0,3}(?:[-–—]|to\b)\s{0,3}[p¶]{0,2}\s?(?<to>${number}))?`;
const roman = String.raw`[ivxlc]{1,7}(?![\p{L}\p{N}])`;
const wordStart = String.raw`(?<![\p{L}\p{N}])`;
const of = (pattern: string) => new RegExp(pattern, 'iu');

const titled = of(String.raw`${wordStart}editor['’]?s\s+(?:note|reply)\s*:\s*(?<title>.+)`);
const chapter = of(String.raw`${wordStart}ch(?:ap(?:ter)?)?s?\b\.?\s{0,3}(?<n>${number}|${roman})`);
const locators: [RegExp, (groups: Record<string, string>) => Locator][] = [
  [
    of(
      String.raw`${wordStart}(?:(?<hand>author|transcriber|editor)['’]?s\s+)?(?:(?:foot|end)?notes?|nn?\b\.?|fnn?\b\.?)\s{0,3}(?:no\.?\s{0,3})?(?<mark>\d{1,4})(?![\p{L}\p{N}])`,
    ),
    ({ hand, mark = '' }) => ({
      kind: 'note',
      mark,
      hand: hand === undefined ? undefined : (`${hand.toLowerCase()}-note` as NoteHand),
    }),
  ],
  [
    // The call of a transcriber’s note, as the site prints it.
    /(?<![\p{L}\p{N}])T(?<mark>\d{1,4})(?![\p{L}\p{N}])/u,
    ({ mark = '' }) => ({ kind: 'note', mark, hand: 'transcriber-note' }),
  ],
  [
    of(String.raw`(?:¶{1,2}|${wordStart}(?:paragraphs?|paras?\b\.?|pars?\b\.?)|[#^]p)\s{0,3}${range}`),
    ({ from = '', to = from }) => ({ kind: 'paragraphs', ...ordered(from, to), mayBePage: false }),
  ],
  [
    of(
      String.raw`(?<before>witness,?\s+)?${wordStart}(?:pages?|pp?\b\.?(?=[\s\d]))\s{0,3}(?<from>\d{1,5})(?:\s{0,3}[-–—]\s{0,3}\d{1,5})?(?<after>\s+of\s+the\s+(?:witness|file|pdf))?(?![\p{L}\p{N}])`,
    ),
    ({ from = '', before, after }) => ({
      kind: 'page',
      page: from,
      ofWitness: before !== undefined || after !== undefined,
    }),
  ],
  [
    of(String.raw`${wordStart}p${range}`),
    ({ from = '', to = from }) => ({ kind: 'paragraphs', ...ordered(from, to), mayBePage: true }),
  ],
  [
    of(
      String.raw`(?:§{1,2}|${wordStart}(?:sections?|sect?\b\.?|division|part))\s{0,3}(?<name>${roman}|\d{1,3}(?!\d))`,
    ),
    ({ name = '' }) => ({ kind: 'section', name }),
  ],
];

/** Words that name no source. */
const little = new Set(
  'a an and by cf ed eds from in no of on p pp quoted see source text the vol vols'.split(' '),
);

/** Never throws; a text that makes no sense names nothing. */
export function parseCitation(text: string): Asked {
  let rest = text.slice(0, maximumLength).replace(/\s+/g, ' ');
  const address = addressIn(rest);
  if (address !== undefined) return { address, name: [], locator: undefined, bare: undefined };
  const cutOut = (pattern: RegExp): Record<string, string> | undefined => {
    const match = pattern.exec(rest);
    if (match) rest = `${rest.slice(0, match.index)} , ${rest.slice(match.index + match[0].length)}`;
    return match?.groups;
  };
  let chapterNumber = '';
  let locator: Locator | undefined;
  const title = cutOut(titled)?.['title'];
  if (title !== undefined) locator = { kind: 'title', title };
  else {
    // Before anything else, or the `p` of `chap 13` would be a page.
    chapterNumber = cutOut(chapter)?.['n'] ?? '';
    for (const [pattern, make] of locators) {
      if (locator) break;
      const groups = cutOut(pattern);
      if (groups) locator = make(groups);
    }
  }
  const name = [...tokens(rest).map(({ token }) => token), arabic(chapterNumber)].filter(
    (word) => word !== '' && !little.has(word) && !/^\p{L}$/u.test(word),
  );
  const last = new RegExp(String.raw`(?<![\p{L}\p{N}])${range}[\s.,;)]*$`, 'iu').exec(
    locator ? '' : rest,
  )?.groups;
  const from = last?.['from'];
  const bare =
    from === undefined ? undefined : { ...ordered(from, last?.['to'] ?? from), words: last?.['to'] ? 2 : 1 };
  return { address, name, locator, bare };
}

/** The first address in a text that may be one of this edition, as path, query and fragment. */
function addressIn(text: string): string | undefined {
  const found = /https?:\/\/[^\s"<>{}|\\^`]+|(?<![\p{L}\p{N}.])\/(?:sources|notes)\/[^\s"<>{}|\\^`]*/u.exec(
    text,
  )?.[0];
  if (found === undefined) return undefined;
  const trimmed = found.replace(/[.,;:)\]’”'"]+$/, '');
  if (!URL.canParse(trimmed, 'http://x.invalid')) return undefined;
  const { pathname, search } = new URL(trimmed, 'http://x.invalid');
  return pathname + search + (/#.*$/.exec(trimmed)?.[0] ?? '');
}

/** The smaller number first; the second of `169–70` is 170. */
function ordered(from: string, to: string): { from: string; to: string } {
  const isShort = to.length < from.length && Number.parseInt(from) >= 100;
  const whole = (isShort ? from.slice(0, from.length - to.length) + to : to).toLowerCase();
  const first = from.toLowerCase();
  return Number.parseInt(whole) < Number.parseInt(first)
    ? { from: whole, to: first }
    : { from: first, to: whole };
}

/** A Roman number below 400 in Arabic digits; other words as they are. */
export function arabic(word: string): string {
  if (!/^[ivxlc]+$/i.test(word)) return word;
  const values: Record<string, number> = { i: 1, v: 5, x: 10, l: 50, c: 100 };
  const digits = [...word.toLowerCase()].map((letter) => values[letter] ?? 0);
  return String(
    digits.reduce((sum, digit, index) => sum + (digit < (digits[index + 1] ?? 0) ? -digit : digit), 0),
  );
}
