/**
 * What a menu needs to cite any place of a source without a citation library: every format as a
 * pattern, made at build time, into which the place is filled. Pure, so that browsers may load it.
 */

/** Citations for people: HTML, with `<i>` for titles. The last two stand in the running text. */
export const STYLES = ['chicago-note', 'chicago-bibliography', 'mla', 'apa', 'mla-text', 'apa-text'] as const;
/** Citations for programs, and words with their citation; plain text. */
export const FILES = ['bibtex', 'ris', 'csl-json', 'text', 'json'] as const;

export type Style = (typeof STYLES)[number];
export type Format = Style | (typeof FILES)[number];
export type Patterns = Record<Format, string>;

/** `/sources/<id>/citations.json`. */
export interface SourceCitations {
  /** The source as a whole: nothing to fill in. */
  source: Patterns;
  /** One paragraph: `n`, `id`, `where`, `words`. */
  paragraph: Patterns;
  /** Several paragraphs: the same. */
  range: Patterns;
  /** Notes by the key that `list` names: `n` (mark) or `title`, `id`, `words`. */
  notes: Record<string, Patterns>;
  /** Each note: its id, the key of its patterns, its mark (editor’s notes: its name). */
  list: [id: string, key: string, name: string][];
  /** The numbers of the paragraphs, in order; an anchor is `p` and the number. */
  numbers: string[];
  /** The number of the first paragraph that begins on a page of the witness, with the page. */
  pages: [number: string, page: string][];
  /** Each section: its anchor, its heading, its place in the order from 1. */
  divisions: [anchor: string, heading: string, order: number][];
  /** Addresses that were published once, with what became of them, as a sentence. */
  retired: [id: string, what: 'anchor' | 'note', sentence: string][];
  /** The magazine or book, and its pages where they are known. */
  container: { title: string; pages?: string };
  /** Where errors are reported, as `edition.yaml` has it. */
  report?: string;
}

/** What may stand in a pattern, as `⟨n⟩`. `quoted` is a title inside quotation marks. */
export type Blanks = Partial<Record<'n' | 'id' | 'where' | 'words' | 'title', string>>;

const escapes: Partial<Record<Format, (text: string) => string>> = {
  bibtex: escapeBibtex,
  'csl-json': escapeJson,
  json: escapeJson,
  text: String,
  ris: (text) => text.replace(/\s+/g, ' '),
};

/** Fills a pattern; what is filled in is escaped as the format asks. */
export function fill(patterns: Patterns, format: Format, blanks: Blanks): string {
  const escape = escapes[format] ?? escapeMarkup;
  const values: Record<string, string | undefined> = {
    ...blanks,
    quoted: blanks.title?.replace(/[“”]/g, (mark) => (mark === '“' ? '‘' : '’')),
  };
  return patterns[format].replace(/⟨(\w+)⟩/g, (_, name: string) => escape(values[name] ?? ''));
}

/** Blanks for paragraphs, the first and last by number; for one paragraph both are the same. */
export function paragraphBlanks(of: SourceCitations, from: string, to: string, words: string): Blanks {
  const page = pageOf(of, from);
  return {
    n: from === to ? from : `${from}–${to}`,
    id: from === to ? `p${from}` : `p${from}-p${to}`,
    where: whereInWitness(page),
    words,
  };
}

/** The page is one of the witness, a file, and may never pass as a page of the magazine or book. */
export function whereInWitness(page: string | undefined): string {
  return page === undefined ? '' : ` (p. ${page} of the witness)`;
}

/** The page of the witness on which a paragraph begins, where its pages are known. */
export function pageOf({ numbers, pages }: SourceCitations, number: string): string | undefined {
  const at = numbers.indexOf(number);
  return pages.findLast(([first]) => numbers.indexOf(first) <= at)?.[1];
}

/** A formatted citation without its markup. */
export function withoutMarkup(html: string): string {
  return html
    .replace(/<\/?[a-z][^>]*>/g, '')
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&(lt|gt|quot|amp);/g, (_, name: string) => ({ lt: '<', gt: '>', quot: '"' })[name] ?? '&');
}

export function escapeMarkup(text: string): string {
  return text.replace(/[&<>]/g, (char) => `&#${String(char.charCodeAt(0))};`);
}

/** The inside of a JSON string. */
function escapeJson(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}

/** Text inside the braces of a BibTeX field; letters stay as they are, in UTF-8. */
export function escapeBibtex(text: string): string {
  const names: Record<string, string> = {
    '\\': '\\textbackslash{}',
    '~': '\\textasciitilde{}',
    '^': '\\textasciicircum{}',
  };
  return text.replace(/[\\{}#$%&_~^]/g, (char) => names[char] ?? `\\${char}`);
}
