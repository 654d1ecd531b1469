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
  /** Where each page of the witness begins: in which paragraph, which page, at which character of its words. */
  pages: [number: string, page: string, offset: number][];
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

/** Characters of the words of the first and the last paragraph. */
export interface Stretch {
  start: number;
  end: number;
}

/**
 * Blanks for paragraphs, the first and last by number; for one paragraph both are the same.
 * @param start where the words begin in the first, @param end where they end in the last; else they are whole.
 */
export function paragraphBlanks(
  of: SourceCitations,
  from: string,
  to: string,
  words: string,
  { start = 0, end = Infinity }: Partial<Stretch> = {},
): Blanks {
  return {
    n: from === to ? from : `${from}–${to}`,
    id: fragmentOf(from, to),
    where: whereInWitness(pageAt(of, from, start), pageAt(of, to, end - 1)),
    words,
  };
}

/** The fragment of an address that names paragraphs by their numbers: `p12`, `p9-p11`. */
export function fragmentOf(from: string, to: string): string {
  return from === to ? `p${from}` : `p${from}-p${to}`;
}

/** The pages are those of the witness, a file, and may never pass as pages of the magazine or book. */
function whereInWitness(first: string | undefined, last: string | undefined): string {
  if (first === undefined || last === undefined) return '';
  return first === last ? ` (p. ${first} of the witness)` : ` (pp. ${first}–${last} of the witness)`;
}

/** The page of the witness on which a character of a paragraph stands, where its pages are known. */
function pageAt({ numbers, pages }: SourceCitations, number: string, offset: number): string | undefined {
  const at = numbers.indexOf(number);
  return pages.findLast(([one, , start]) => {
    const place = numbers.indexOf(one);
    return place < at || (place === at && start <= offset);
  })?.[1];
}

/** A formatted citation without its markup. */
export function withoutMarkup(html: string): string {
  return html
    .replace(/<\/?[a-z][^>]*>/g, '')
    .replace(/&(?:#(\d+)|(lt|gt|quot|amp));/g, (_, code: string | undefined, name: string) =>
      code === undefined
        ? ({ lt: '<', gt: '>', quot: '"' }[name] ?? '&')
        : String.fromCodePoint(Number(code)),
    );
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
