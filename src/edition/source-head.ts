/** What stands at the head of a source, in the words of every page and file. */
import { asSupplied, capital, dateInWords, HAND_NAMES } from './labels.ts';
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
  return [...suppliedParts(source), ...(isKnown ? [{ what: 'Pages', note: pages.note ?? '' }] : [])];
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

const NOTE_HANDS: NoteHand[] = ['author-note', 'transcriber-note', 'editor-note'];

/** The hands beside the author’s words, each with a line on them. */
export function handsOf({ header: { hands } }: Source): { who: string; text: string }[] {
  return NOTE_HANDS.flatMap((hand) => {
    const text = hands[hand];
    return text === undefined ? [] : [{ who: `${capital(HAND_NAMES[hand])}s`, text }];
  });
}

const RIGHTS_HANDS: Record<SourceHeader['rights'][number]['hand'], string> = {
  author: 'The author’s words',
  transcriber: 'The transcriber’s notes',
  editor: 'The editor’s notes',
};

/** The rights in each hand, with its name in words. */
export function rightsByHand({ header }: Source): (SourceHeader['rights'][number] & { whose: string })[] {
  return header.rights.map((rights) => ({ ...rights, whose: RIGHTS_HANDS[rights.hand] }));
}
