import { documentDate, releaseInWords } from '../../edition/releases.ts';
import type { EditionHeader } from '../../schemas/edition.ts';

/** What a document says of itself. */
export interface DocumentData {
  title: string;
  authors: string[];
  description: string;
  keywords: string[];
  language: Language;
  /** Year, month, day. */
  date: [number, number, number];
  /** The name of the edition, for running heads. */
  edition: string;
  subtitle: string;
  release: string;
}

/** A language tag in the parts that Typst takes; region is empty where the tag has none. */
export interface Language {
  lang: string;
  region: string;
}

export function languageOf(tag: string): Language {
  const [lang = 'en', ...rest] = tag.split('-');
  return { lang, region: rest.find((part) => /^[A-Za-z]{2}$/.test(part))?.toUpperCase() ?? '' };
}

/** The language of the edition's own words, whose lines are divided as in Britain. */
export const OWN_LANGUAGE: Language = { lang: 'en', region: 'GB' };

/** What a document says of itself, with what all documents of a release share. */
export function documentData(
  header: EditionHeader,
  own: Pick<DocumentData, 'title' | 'authors' | 'description' | 'keywords' | 'language'>,
): DocumentData {
  const { title, subtitle, release } = header;
  return { ...own, date: dateParts(header), edition: title, subtitle, release };
}

/** The date that a file carries, as Typst takes it. */
function dateParts(header: EditionHeader): DocumentData['date'] {
  const [year = 1970, month = 1, day = 1] = documentDate(header).split('-').map(Number);
  return [year, month, day];
}

/** `Release 2026.1`, with its date or that it is in preparation. */
export function releaseLine(header: EditionHeader): string {
  return `Release ${releaseInWords(header)}`;
}
