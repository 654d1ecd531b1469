/** Places within a source as they are written: `¶¶ 7–9`, `n. 3`, `p. 172`, `section II`. */
import type { NoteHand } from '../../edition/model.ts';
import { ordered } from './numbers.ts';

/** A place within a source, as it is asked for. */
export type Locator =
  /** Numbers as readers see them; `orElse` when they may be meant as pages. */
  | { kind: 'paragraphs'; from: string; to: string; orElse: OrElse }
  | { kind: 'note'; mark: string; hand: NoteHand | undefined }
  /** What follows `Editor’s note:`, perhaps with the name of the source after it. */
  | { kind: 'title'; title: string }
  | { kind: 'page'; from: string; to: string; ofWitness: boolean }
  /** A number, an anchor or a heading. */
  | { kind: 'section'; name: string };

/**
 * What numbers are that no paragraph has: `p12`, as addresses have it and some write pages, is then a
 * page; a number that nothing explains is one if the text is printed on it.
 */
export type OrElse = 'page' | 'printed-page' | undefined;

/** Locators as `text` has them, and the text without them. */
export interface Located {
  locators: Locator[];
  /** Without what the first kind of locator was read from, and without all. */
  rest: string;
  core: string;
}

// All of these read a text without runs of white space, so no pattern can look back over a long one.
const no = String.raw`(?:nos?\b\.? ?)?`;
export const number = String.raw`\d{1,6}[a-z]{0,3}(?![\p{L}\p{N}])`;
export const range = String.raw`(?<from>${number})(?: ?(?:–|(?:to|through)\b) ?[p¶]{0,2}\.? ?(?<to>${number}))?`;
export const roman = String.raw`[ivxlc]{1,7}(?![\p{L}\p{N}])`;
export const wordStart = String.raw`(?<![\p{L}\p{N}])`;
const paragraphWord = String.raw`(?:paragraphs?|paras?\b\.?|pars?\b\.?)`;
/** Further numbers; one that may be a year is none. */
const item = String.raw`(?!(?:1[5-9]|20)\d\d(?!\d))\d{1,6}[a-z]{0,3}(?![\p{L}\p{N}])(?: ?– ?${number})?`;
const more = (word: string) => String.raw`(?<more>(?:,? ?(?:,|&|and\b) ?(?:${word})? ?${item}){0,9})`;

type Groups = Record<string, string | undefined>;
export const pattern = (source: string, flags = 'iu') => new RegExp(source, flags);

/** The more exact first: the note at a paragraph rather than the paragraph, a paragraph rather than its page. */
const kinds: [RegExp, (groups: Groups) => Locator[]][] = [
  [
    pattern(
      String.raw`${wordStart}(?:(?<hand>author|transcriber|editor)(?:’?s)? )?(?:(?:foot|end)?notes?\b\.?|(?:nn?|fnn?)(?:\b\.?|(?=\d))) ?:? ?${no}${range}${more(String.raw`notes?|nn?\b\.?`)}`,
    ),
    ({ hand, ...numbers }) => notes(numbers, hand === undefined ? undefined : handOf(hand)),
  ],
  // The call of a transcriber’s note, as the site prints it.
  [
    pattern(String.raw`${wordStart}T(?<from>\d{1,3})(?![\p{L}\p{N}])`, 'u'),
    (groups) => notes(groups, 'transcriber-note'),
  ],
  [
    pattern(
      String.raw`(?:¶{1,2}|${wordStart}${paragraphWord}|[#^]p) ?${no}${range}${more(`¶{1,2}|${paragraphWord}`)}`,
    ),
    (groups) => numbersIn(groups).map((one) => ({ kind: 'paragraphs', ...one, orElse: undefined })),
  ],
  [
    pattern(String.raw`#page–(?<from>\d{1,5})`),
    ({ from = '' }) => [{ kind: 'page', from, to: from, ofWitness: true }],
  ],
  [
    pattern(
      String.raw`(?<before>(?:witness|file|pdf),? )?${wordStart}(?:pages?|pgs?\b\.?|pp?\b\.?(?=[ \d])) ?(?<from>\d{1,5})(?: ?(?:–|to\b) ?(?<to>\d{1,5}))?(?:ff?\b\.?)?(?![\p{L}\p{N}])(?<after>,? (?:of|in) (?:the )?(?:witness|file|pdf)\b)?`,
    ),
    ({ from = '', to = from, before, after }) => [
      { kind: 'page', ...ordered(from, to), ofWitness: before !== undefined || after !== undefined },
    ],
  ],
  [
    pattern(String.raw`${wordStart}p${range}`),
    (groups) => numbersIn(groups).map((one) => ({ kind: 'paragraphs', ...one, orElse: 'page' })),
  ],
  [
    pattern(
      String.raw`(?:§{1,2}|${wordStart}(?:sections?|sect?\b\.?|division|part)) ?(?:[“"‘](?<heading>[^”"]{1,200})[”"’]|(?<name>${roman}|\d{1,3}(?!\d))(?: ?– ?(?:${roman}|\d{1,3}))?)`,
    ),
    ({ heading, name = '' }) => [{ kind: 'section', name: heading ?? name }],
  ],
  [
    pattern(String.raw`[#^](?<name>s\d{1,3}[a-z]{0,3})(?![\p{L}\p{N}])`),
    ({ name = '' }) => [{ kind: 'section', name: name.toLowerCase() }],
  ],
];

/** At most so many places of one kind are read. */
const mostLocators = 10;

export function locatorsIn(text: string): Located {
  let locators: Locator[] = [];
  let rest = text;
  let core = text;
  for (const [kind, make] of kinds) {
    const found: Locator[] = [];
    for (let match = kind.exec(core); match && found.length < mostLocators; match = kind.exec(core)) {
      found.push(...make(match.groups ?? {}));
      core = `${core.slice(0, match.index)} , ${core.slice(match.index + match[0].length)}`;
    }
    if (locators.length > 0 || found.length === 0) continue;
    locators = found.slice(0, mostLocators);
    rest = core;
  }
  return { locators, rest, core };
}

function handOf(word: string): NoteHand {
  return `${word.toLowerCase()}-note` as NoteHand;
}

/** `9–11` and each of what follows it. */
function numbersIn({ from = '', to = from, more: others = '' }: Groups): { from: string; to: string }[] {
  const further = [
    ...others.matchAll(pattern(String.raw`(\d{1,6}[a-z]{0,3})(?: ?– ?(\d{1,6}[a-z]{0,3}))?`, 'giu')),
  ];
  return [ordered(from, to), ...further.map(([, first = '', last = first]) => ordered(first, last))];
}

/** Notes are cited one by one. */
function notes(numbers: Groups, hand: NoteHand | undefined): Locator[] {
  return numbersIn(numbers).flatMap(({ from, to }) => {
    const [first, last] = [Number(from), Number(to)];
    if (!(last > first)) return [{ kind: 'note' as const, mark: from, hand }];
    return Array.from({ length: Math.min(last - first + 1, mostLocators) }, (_, index) => ({
      kind: 'note' as const,
      mark: String(first + index),
      hand,
    }));
  });
}
