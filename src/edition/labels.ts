import type { EntityFolder } from '../schemas/entity-kinds.ts';
import type { Division, Hand, Note, NoteHeader, Paragraph, Point, Source, Work } from './model.ts';

/** Whose words, as readers are told; one wording everywhere. */
export const HAND_NAMES: Record<Hand, string> = {
  author: 'author’s text',
  'author-note': 'author’s note',
  'transcriber-note': 'transcriber’s note',
  'editor-note': 'editor’s note',
};

/** The language of the edition’s own words. */
export const OWN_LANGUAGE = 'en';

/**
 * The language that a hand wrote in: an author that of the source. Of transcribers nothing is said, whose notes
 * are therefore taken to be in the language of the edition, without a country.
 */
export function languageOfHand(hand: Hand, { header }: Pick<Source, 'header'>): string {
  return hand === 'author' || hand === 'author-note' ? header.language : OWN_LANGUAGE;
}

/** What the list of doubtful readings is called, and what its lines mean. */
export const READINGS_HEADING = 'Readings kept as they stand';
export const READINGS_LEAD =
  'Nothing was mended in the text. Words marked ° stand as the witness has them; what is probably meant stands after the bracket.';

export const KIND_NAMES: Record<NoteHeader['kind'], string> = {
  person: 'person',
  place: 'place',
  organisation: 'organisation',
  event: 'event',
  term: 'term',
  work: 'work cited',
  figure: 'figure',
  textual: 'textual',
  context: 'context',
};

/** The kinds of entities in their order, each by its folder and as readers are told. */
export const entityKinds: { folder: EntityFolder; name: string }[] = [
  { folder: 'people', name: 'People' },
  { folder: 'places', name: 'Places' },
  { folder: 'organisations', name: 'Organisations' },
  { folder: 'terms', name: 'Terms' },
  { folder: 'events', name: 'Events' },
  { folder: 'works', name: 'Works' },
];

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

export function uncapital(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

/** `Author’s note 3`, `Editor’s note: Kulak`, `Editor’s reply: …`. */
export function noteName(note: Note): string {
  if (note.hand !== 'editor-note') return `${capital(HAND_NAMES[note.hand])} ${note.mark}`;
  return `Editor’s ${note.on === undefined ? 'note' : 'reply'}: ${note.header?.title ?? note.id}`;
}

/** As readers cite it: `Strong 1934, ¶ 12`. */
export function paragraphCitation(
  source: Pick<Source, 'header'>,
  paragraph: Pick<Paragraph, 'number'>,
): string {
  return `${source.header.short}, ¶ ${paragraph.number}`;
}

/** Paragraphs by their numbers: `9`, `9–11`. */
export function numbersOf(paragraphs: readonly Pick<Paragraph, 'number'>[]): string {
  const [first = '', last = ''] = [paragraphs[0]?.number, paragraphs.at(-1)?.number];
  return first === last ? first : `${first}–${last}`;
}

/** The heading of a section, in brackets where the edition supplied it; its number where the witness has none. */
export function headingOf({ heading, supplied, order }: Division): string {
  return heading === '' ? `[${String(order)}]` : supplied ? `[${heading}]` : heading;
}

/** The mark of a note at its call: the hand’s initial tells the transcriber’s from the author’s. */
export function callMark(note: Note): string {
  return note.hand === 'transcriber-note' ? `T${note.mark}` : note.mark;
}

/** How many words are withheld: `130 words not shown`. */
export function wordsNotShown(count: number): string {
  return `${String(count)} ${count === 1 ? 'word' : 'words'} not shown`;
}

/** What stands where words are withheld, with the space that sets it off from words beside it. */
export function withheldSign({ at, count }: Extract<Point, { type: 'withheld' }>): string {
  const sign = `[${wordsNotShown(count)}]`;
  return at === 0 ? `${sign} ` : ` ${sign}`;
}

/** Words in square brackets where the edition supplied them, so that nobody takes them for the witness’s. */
export function asSupplied(words: string, by: 'witness' | 'edition'): string {
  return by === 'edition' ? `[${words}]` : words;
}

/** The title of a source, marked where it is supplied. */
export function titleOf({ header: { title } }: Pick<Source, 'header'>): string {
  return asSupplied(title.text, title['supplied-by']);
}

/** The authors of a source, each marked where supplied. */
export function authorsOf({ header: { authors } }: Pick<Source, 'header'>): string {
  return authors.map((author) => asSupplied(author.name, author['supplied-by'])).join(', ');
}

/** Made once, since making it costs more than a thousand dates. */
const monthNames = new Intl.DateTimeFormat('en-GB', { month: 'long', timeZone: 'UTC' });

/** A date in words: `October 1934` for `1934-10`. */
export function dateInWords(edtf: string): string {
  const [, year = '', month, day] = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?/.exec(edtf) ?? [];
  const name = month === undefined ? '' : monthNames.format(new Date(`${year}-${month}-01T00:00:00Z`));
  return [day === undefined ? '' : String(Number(day)), name, year].filter(Boolean).join(' ');
}

/** Parts of a reference; `title` is set in italics unless it is a part of something larger. */
export interface Reference {
  before: string;
  title: string;
  isPart: boolean;
  after: string;
  url: string | undefined;
}

/** A work as a bibliography prints it, from what its record holds and no more. */
export function reference(work: Work): Reference {
  const people = (list: Work['author']) =>
    (list ?? [])
      .map(({ family, given, literal }) => literal ?? [given, family].filter(Boolean).join(' '))
      .join(', ');
  const authors = people(work.author);
  const editors = people(work.editor);
  const isPart =
    work['container-title'] !== undefined || /^(?:article|entry|chapter|webpage|paper)/.test(work.type);
  const year = work.issued?.['date-parts'][0]?.[0];
  const container = work['container-title'] === undefined ? '' : `in ${work['container-title']}`;
  const numbers = [work.volume, work.issue].filter(Boolean).join('/');
  const imprint = [work['publisher-place'], work.publisher].filter(Boolean).join(': ');
  const after = [
    editors && authors ? `edited by ${editors}` : '',
    [container, numbers].filter(Boolean).join(' '),
    imprint,
    year === undefined ? '' : String(year),
    work.page ? `pp. ${work.page}` : '',
  ]
    .filter(Boolean)
    .join(', ');
  // A title in brackets is a description of a work whose title is not recorded.
  return {
    before: authors || (editors && `${editors} (ed.)`),
    title: work.title,
    isPart,
    after,
    url: work.URL,
  };
}

/** A work in a line of short references, as its entry in the list is looked for: `Davies, Wheatcroft 2006`. */
export function shortReference(work: Work): string {
  const people = work.author ?? work.editor ?? [];
  const names = people.map(({ family, literal }) => family ?? literal ?? '').join(', ');
  // A title in brackets describes a work whose title is not recorded.
  const title = work.title.startsWith('[') ? '' : work.title;
  const container = work['container-title'] ?? '';
  const year = work.issued?.['date-parts'][0]?.[0];
  const name = names
    ? [names, year === undefined ? title : ''].filter(Boolean).join(', ')
    : [container, title && container ? `“${title}”` : title].filter(Boolean).join(', ');
  return [name || work.title, year].filter(Boolean).join(' ');
}

/** The site that a work is on, as a list of works names it: without the full stop that a host may end in. */
export function hostOf(url: string): string {
  return new URL(url).hostname.replace(/^www\.|\.$/g, '');
}

/** What limits a reference, after the work: ` (p. 3; not seen)`, or nothing. */
export function limitsInWords({ locator, seen }: NoteHeader['references'][number]): string {
  const limits = [locator, seen ? undefined : 'not seen'].filter(Boolean).join('; ');
  return limits && ` (${limits})`;
}

/** Whether a statement rests on more than the works named, in the words of every list of references. */
export function standardInWords(
  references: NoteHeader['references'],
  checked: NoteHeader['checked'],
): string {
  if (checked !== 'standard') return '';
  const isPart = references.some(({ seen }) => seen);
  return isPart ? 'In part standard knowledge, no page seen.' : 'Standard knowledge, no page seen.';
}
