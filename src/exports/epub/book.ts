/** A book before it is packed: its pages, its contents and what its package says of it. */
import type { PageParts } from './xhtml.ts';

export interface BookPage extends PageParts {
  /** Its name in the folder of the book: letters, digits, hyphens, `.xhtml`. */
  file: string;
  part: 'cover' | 'frontmatter' | 'bodymatter' | 'backmatter';
}

export interface TocEntry {
  title: string;
  href: string;
  language?: string;
  entries: TocEntry[];
}

/** A place that reading systems offer of their own: `bodymatter`, `endnotes`, `colophon`. */
export interface Landmark {
  type: string;
  title: string;
  href: string;
}

export interface Creator {
  name: string;
  /** The name by which libraries sort. */
  fileAs: string;
  /** A MARC relator: `aut`, `att` (to whom a text is attributed), `edt`, `trc`. */
  role: string;
  /** Whether it stands among the creators, else among the contributors. */
  isCreator: boolean;
}

export interface Metadata {
  /** The permanent address, which is the identifier. */
  identifier: string;
  title: string;
  subtitle?: string;
  creators: Creator[];
  /** The first is that of most of the book. */
  languages: string[];
  description: string;
  /** The day of the release; absent while it is in preparation. */
  date?: string;
  /** `2026-11-24T00:00:00Z`. */
  modified: string;
  publisher?: string;
  /** What the book is made from; those whose pages the page list has are told apart. */
  sources: { text: string; hasPages: boolean }[];
  /** A statement for each hand. */
  rights: string[];
  /** The edition that the book is part of. */
  collection?: { name: string; position: number };
  features: string[];
  accessibility: string;
}

export interface Book {
  metadata: Metadata;
  pages: BookPage[];
  toc: TocEntry[];
  landmarks: Landmark[];
  pageList: { label: string; href: string }[];
  /** PNG. */
  cover: Uint8Array;
  fonts: Fonts;
}

/** The faces, cut down, as woff2, and their licence, which asks to go with them. */
export interface Fonts {
  regular: Uint8Array;
  italic: Uint8Array;
  licence: Uint8Array;
}
