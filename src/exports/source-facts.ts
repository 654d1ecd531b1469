/** What a file says of a source before its words, in plain words. */
import { asSupplied, authorsOf, capital, dateInWords, HAND_NAMES, titleOf } from '../edition/labels.ts';
import type { Edition, Hand, Source } from '../edition/model.ts';
import { dateOfRelease } from '../edition/releases.ts';
import { RIGHTS, sourcePath } from '../routes.ts';

export interface SourceFacts {
  /** In brackets where the edition supplied it, as all that follows. */
  title: string;
  byLine: string;
  date: string;
  /** The magazine or book: `The American Mercury, vol. [33], …`. */
  container: string;
  /** What is supplied and on what ground, a sentence or more for each. */
  supplied: string[];
  citation: string;
  address: string;
  /** `2026.1 of Contemporary Accounts`, with its day or that it is in preparation. */
  release: string;
  /** Whose notes these are. */
  hands: string[];
  /** For each hand. */
  rights: { whose: string; words: string }[];
  rightsAddress: string;
}

export interface FactsContext {
  edition: Pick<Edition, 'header'>;
  site: URL | undefined;
  /** As a bibliography prints the source. */
  citation: string;
}

const whose = {
  author: 'The author’s words',
  transcriber: 'The transcriber’s notes',
  editor: 'The editor’s notes',
};

export function factsOf(source: Source, { edition, site, citation }: FactsContext): SourceFacts {
  const { header } = source;
  return {
    title: titleOf(source),
    byLine: `${authorsOf(source)}${header.authors.some((one) => one.certainty === 'attributed') ? ' (attributed)' : ''}`,
    date: dateInWords(header.date),
    container: containerOf(source),
    supplied: suppliedIn(source),
    citation,
    address: new URL(sourcePath(source.id), site).href,
    release: releaseOf(edition.header),
    hands: (Object.keys(HAND_NAMES) as Hand[]).flatMap((hand) =>
      hand === 'author' || header.hands[hand] === undefined
        ? []
        : [`${capital(HAND_NAMES[hand])}s: ${header.hands[hand]}`],
    ),
    rights: header.rights.map(({ hand, term, statement, basis }) => ({
      whose: whose[hand],
      words: `${term} ${statement} How this is known: ${basis}`,
    })),
    rightsAddress: new URL(RIGHTS, site).href,
  };
}

function releaseOf(header: Edition['header']): string {
  const day = dateOfRelease(header, header.release);
  return `${header.release} of ${header.title}, ${day === undefined ? 'in preparation' : dateInWords(day)}`;
}

function containerOf({ header: { container, date } }: Source): string {
  const supplied = (part: { text: string; 'supplied-by': 'witness' | 'edition' }) =>
    asSupplied(part.text, part['supplied-by']);
  const imprint = [container.place, container.publisher].filter(Boolean).join(': ');
  return [
    container.title,
    container.volume && `, vol. ${supplied(container.volume)}`,
    container.issue && `, no. ${supplied(container.issue)}`,
    container.chapter && `, chapter ${container.chapter}`,
    imprint && ` (${imprint}, ${dateInWords(date)})`,
    container.pages && `, pp. ${supplied(container.pages)}`,
  ]
    .filter(Boolean)
    .join('');
}

/** Whatever readers see in brackets, with its ground. */
function suppliedIn({ header: { title, authors, container } }: Source): string[] {
  const parts = [
    { what: 'Title', part: title },
    ...authors.map((author) => ({ what: 'By-line', part: author })),
    { what: 'Volume', part: container.volume },
    { what: 'Number', part: container.issue },
    { what: 'Pages', part: container.pages },
  ];
  return parts.flatMap(({ what, part }) =>
    part?.['supplied-by'] === 'edition' ? [`${what}: ${part.note ?? 'supplied by this edition.'}`] : [],
  );
}
