/** What stands at the head of a source, in the words of every page and file. */
import { asSupplied, capital, dateInWords, HAND_NAMES, uncapital } from './labels.ts';
import type { RightsRecord } from '../schemas/rights.ts';
import { rightsTerms, termAddress } from '../schemas/rights-terms.ts';
import type { NoteHand, Source, SourceHeader } from './model.ts';

const TYPES: Record<SourceHeader['type'], string> = {
  'article-magazine': 'Magazine article',
  'article-journal': 'Journal article',
  'article-newspaper': 'Newspaper article',
  chapter: 'Chapter',
  book: 'Book',
  pamphlet: 'Pamphlet',
  document: 'Document',
};

/** `Magazine article, October 1934`; `Chapter 13 of a book, 1937`. */
export function kindOfSource({ header: { type, container, date } }: Source): string {
  const what = type === 'chapter' ? `Chapter ${container.chapter ?? ''} of a book` : TYPES[type];
  return `${what}, ${dateInWords(date)}`;
}

/**
 * What a source appeared in: its title, and the rest, which begins with a comma or is empty. What is
 * supplied stands in brackets.
 * @param isDated whether the date stands there in any case, and not with the place and publisher alone.
 */
export function containerOf(
  { header: { container, date } }: Source,
  isDated = false,
): { title: string; rest: string } {
  const { volume, issue, chapter, place, publisher, pages } = container;
  const supplied = (part: { text: string; 'supplied-by': 'witness' | 'edition' }) =>
    asSupplied(part.text, part['supplied-by']);
  const imprint = [place, publisher].filter(Boolean).join(': ');
  const rest = [
    volume && `, vol. ${supplied(volume)}`,
    issue && `, no. ${supplied(issue)}`,
    chapter && `, chapter ${chapter}`,
    imprint ? ` (${imprint}, ${dateInWords(date)})` : isDated && `, ${dateInWords(date)}`,
    pages && `, pp. ${supplied(pages)}`,
  ];
  return { title: container.title, rest: rest.filter(Boolean).join('') };
}

/** A part of the head, and on what ground it says what it says. */
interface Ground {
  what: string;
  note: string;
}

/** What the edition supplied, which stands in brackets. */
export function suppliedParts({ header: { title, authors, container } }: Source): Ground[] {
  const parts = [
    { what: 'Title', part: title },
    ...authors.map((part) => ({ what: 'Author', part })),
    { what: 'Volume', part: container.volume },
    { what: 'Number', part: container.issue },
    { what: 'Pages', part: container.pages },
  ];
  return parts.flatMap(({ what, part }) =>
    part?.['supplied-by'] === 'edition' ? [{ what, note: part.note ?? 'Supplied by this edition.' }] : [],
  );
}

/** The same, and how the pages are known where the witness tells them. */
export function headGrounds(source: Source): Ground[] {
  const { pages } = source.header.container;
  const isKnown = pages?.['supplied-by'] === 'witness' && pages.note !== undefined;
  return [
    ...suppliedParts(source),
    ...(isKnown ? [{ what: 'Pages, in the witness', note: pages.note ?? '' }] : []),
  ];
}

/** What a reader should know before trusting a text. */
export function boxRows({ header: { box } }: Source): [term: string, text: string][] {
  return [
    ['Who wrote it', box.who],
    ['When', box.when],
    ['For whom', box['for-whom']],
    ['With what interest', box.interest],
    ['Whose notes', box['whose-notes']],
    ['How far to trust it', box.trust],
  ];
}

/** What of its words is shown, at the head of a file of which some are withheld; nothing else. */
export function shownRows(source: Source): [term: string, text: string][] {
  const limited = rightsByHand(source).filter(({ display }) => display !== 'full');
  return limited.length === 0
    ? []
    : [['What is shown of it', limited.map(({ whose, shown }) => `${whose}: ${uncapital(shown)}`).join(' ')]];
}

const NOTE_HANDS: NoteHand[] = ['author-note', 'transcriber-note', 'editor-note'];

/** The hands beside the author’s words, each with a line on them. */
export function handsOf({ header: { hands } }: Source): { who: string; text: string }[] {
  return NOTE_HANDS.flatMap((hand) => {
    const text = hands[hand];
    return text === undefined ? [] : [{ who: `${capital(HAND_NAMES[hand])}s`, text }];
  });
}

const RIGHTS_HANDS: Record<RightsRecord['hand'], string> = {
  author: 'The author’s words',
  transcriber: 'The transcriber’s notes',
  editor: 'The editor’s notes',
};

/** What is said of the rights in the words of one hand, everywhere. */
export interface RightsInWords {
  hand: RightsRecord['hand'];
  whose: string;
  /** The term by its name, `In Copyright`, and its address. */
  term: string;
  termAddress: string;
  /** Until when, where that is known, and the facts. */
  statement: string;
  basis: string;
  inShort: string;
  display: RightsRecord['display'];
  /** `Shown in full.` */
  shown: string;
  /** Where else the words can be read lawfully; empty where no place is known. */
  copies: string;
}

/** The rights in each hand, in words; an author’s notes are as much the author’s as the text. */
export function rightsByHand({ header, witnessNotes }: Source): RightsInWords[] {
  const ofAuthor = witnessNotes.some(({ hand }) => hand === 'author-note')
    ? 'The author’s words and notes'
    : RIGHTS_HANDS.author;
  return header.rights.map((rights) => ({
    hand: rights.hand,
    whose: rights.hand === 'author' ? ofAuthor : RIGHTS_HANDS[rights.hand],
    term: rightsTerms[rights.term].name,
    termAddress: termAddress(rights.term),
    statement: [rights.duration, rights.statement, rights.permission && `Permission: ${rights.permission}`]
      .filter(Boolean)
      .join(' '),
    basis: rights.basis,
    inShort: rights['in-short'],
    display: rights.display,
    shown: shownInWords(rights),
    copies: copiesInWords(rights),
  }));
}

function shownInWords(rights: RightsRecord): string {
  if (rights.display === 'full') return 'Shown in full.';
  const copies = copiesInWords(rights);
  return `${partInWords(rights)}${copies && ` Where to read it: ${copies}.`}`;
}

function copiesInWords({ 'lawful-copy': copies }: RightsRecord): string {
  return copies.map(({ text, url }) => (url === undefined ? text : `${text} (${url})`)).join('; ');
}

function partInWords({ display, hand, excerpt = [] }: RightsRecord): string {
  if (display === 'withheld')
    return hand === 'author' ? 'Not shown here, but for short quotations.' : 'Not shown here.';
  const places = excerpt.map((range) => range.replaceAll('p', '').replace('-', '–'));
  return `Of the text only ¶ ${places.join(', ')} ${places.length === 1 && !places[0]?.includes('–') ? 'is' : 'are'} shown; of the rest short quotations.`;
}

/** The term and the statement, and what is shown unless it is all. */
export function rightsStatement({ term, statement, shown, display }: RightsInWords): string {
  return `${term}. ${statement}${display === 'full' ? '' : ` ${shown}`}`;
}

/** Everything on the rights of a hand in one line, for the head of a file. */
export function rightsLine({ term, statement, basis, shown, display }: RightsInWords): string {
  return `${term}. ${statement} How this is known: ${basis}${display === 'full' ? '' : ` ${shown}`}`;
}

/** The rights in each hand in a line, with its name unless the line begins with it. */
export function rightsLines(source: Source): string[] {
  return rightsByHand(source).map(({ whose, inShort, shown, display }) => {
    const line = inShort.startsWith(capital(whose.replace('The ', ''))) ? inShort : `${whose}: ${inShort}`;
    return display === 'full' ? line : `${line} ${shown}`;
  });
}
