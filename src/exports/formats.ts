/** The formats in which things can be taken away: one list, for every page and file that names them. */

export interface Format {
  /** What stands after the last point of the name, or after the first: `pdf`, `tei.xml`. */
  ending: string;
  name: string;
  mediaType: string;
  /** Whom it serves, in a few words. */
  goodFor: string;
  /** Whether it is set as pages, which a build may leave out. */
  isBook?: true;
  /** Whether it holds no words but those of the citation. */
  isCitation?: true;
}

/** Of every source, beside its page: `/sources/<id>/<id>.<ending>`. */
export const sourceFormats: readonly Format[] = [
  { ending: 'pdf', name: 'PDF', mediaType: 'application/pdf', goodFor: 'paper', isBook: true },
  {
    ending: 'epub',
    name: 'EPUB',
    mediaType: 'application/epub+zip',
    goodFor: 'e-readers and telephones',
    isBook: true,
  },
  {
    ending: 'tei.xml',
    name: 'TEI XML',
    mediaType: 'application/tei+xml',
    goodFor: 'scholarly editing and archives',
  },
  { ending: 'txt', name: 'Plain text', mediaType: 'text/plain', goodFor: 'reading anywhere, counting words' },
  {
    ending: 'md',
    name: 'Markdown',
    mediaType: 'text/markdown',
    goodFor: 'notes, Obsidian, GitHub and Pandoc',
  },
  { ending: 'json', name: 'JSON', mediaType: 'application/json', goodFor: 'programs' },
  {
    ending: 'bib',
    name: 'BibTeX',
    mediaType: 'application/x-bibtex',
    goodFor: 'citing in LaTeX',
    isCitation: true,
  },
  {
    ending: 'ris',
    name: 'RIS',
    mediaType: 'application/x-research-info-systems',
    goodFor: 'citing with Zotero or EndNote',
    isCitation: true,
  },
  {
    ending: 'csl.json',
    name: 'CSL-JSON',
    mediaType: 'application/vnd.citationstyles.csl+json',
    goodFor: 'citing with Pandoc or Zotero',
    isCitation: true,
  },
];

/** Of the whole edition: `/data/<title>.<ending>`. */
export const editionFormats: readonly Format[] = [
  { ending: 'zip', name: 'ZIP', mediaType: 'application/zip', goodFor: 'keeping a copy of everything' },
];

/** The media type of a file by the end of its name; of other files none is known here. */
export function mediaTypeOf(name: string): string | undefined {
  const known = [...sourceFormats, ...editionFormats, { ending: 'csv', mediaType: 'text/csv' }];
  return known
    .filter(({ ending }) => name.endsWith(`.${ending}`))
    .sort((a, b) => b.ending.length - a.ending.length)[0]?.mediaType;
}
