/** The formats in which things can be taken away: one list, for every page and file that names them. */

import { annotationsPath, DTS, FEED, LLMS, OPDS } from '../routes.ts';

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
    goodFor: 'e-readers and phones',
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

/** Of every topic, beside its page: `/topics/<id>/<id>.<ending>`. */
export const topicFormats: readonly Format[] = [
  { ending: 'pdf', name: 'PDF', mediaType: 'application/pdf', goodFor: 'a handout on paper', isBook: true },
  { ending: 'json', name: 'JSON', mediaType: 'application/json', goodFor: 'programs' },
];

/** Of the whole edition: `/data/<title>.<ending>`. */
export const editionFormats: readonly Format[] = [
  {
    ending: 'epub',
    name: 'EPUB',
    mediaType: 'application/epub+zip',
    goodFor: 'all texts on an e-reader',
    isBook: true,
  },
  { ending: 'pdf', name: 'PDF', mediaType: 'application/pdf', goodFor: 'all texts on paper', isBook: true },
  { ending: 'zip', name: 'ZIP', mediaType: 'application/zip', goodFor: 'keeping a copy of everything' },
];

/** The formats that a build makes, of each thing. */
export interface Formats {
  source: readonly Format[];
  topic: readonly Format[];
  edition: readonly Format[];
}

export const allFormats: Formats = {
  source: sourceFormats,
  topic: topicFormats,
  edition: editionFormats,
};

/** What stands at an address of its own. */
export interface Service {
  /** The address from the top of the site, with `<…>` for what differs: `/annotations/<source>.json`. */
  path: string;
  name: string;
  goodFor: string;
}

/** Ways to read the edition that follow a standard of others. */
export const services: readonly Service[] = [
  {
    path: annotationsPath('<source>'),
    name: 'Web Annotation',
    goodFor: 'the notes of a source, each on its words, for programs that know the standard of the W3C',
  },
  {
    path: DTS,
    name: 'Distributed Text Services',
    goodFor: 'programs that ask for texts, sections and paragraphs, in the way that many editions share',
  },
  { path: FEED, name: 'Atom', goodFor: 'hearing of each release and what it changed' },
  { path: OPDS, name: 'OPDS 2', goodFor: 'finding the EPUBs from a reading program' },
  { path: LLMS, name: 'llms.txt', goodFor: 'programs that read for people: where the plain texts are' },
];
