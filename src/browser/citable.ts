/** What a link or a selection on the page asks to cite. */
import { fragmentOf, type SourceCitations, type Stretch } from '../edition/citation.ts';
import { capital } from '../edition/labels.ts';
import { citeNote, citeParagraphs, citeSource, recordOf, type Cited } from '../edition/quoting.ts';
import { anchorPath, notePath, ROOT, sourcePath } from '../routes.ts';
import { ownWords } from './own-words.ts';

export interface Citable {
  sourceId: string;
  /** Paragraphs, the first and the last by number; a note by its id; undefined for the whole source. */
  place: { from: string; to: string } | { note: string } | undefined;
  /** Paragraph by paragraph, with an empty line between them; empty for the whole source. */
  words: string;
  /** Where the words begin in the first paragraph and end in the last, unless they are whole. */
  stretch?: Stretch | undefined;
  /** The address to copy. */
  address: string;
}

/** What a number of a paragraph, or a link of the class `cite`, stands for. */
export function citableOf(link: HTMLAnchorElement): Citable | undefined {
  const { pathname, hash } = new URL(link.href);
  const [, kind, sourceId = '', note = ''] = pathname.slice(ROOT.length).split('/');
  if (kind === 'notes') {
    const paragraphs = [...(link.closest('.note')?.querySelectorAll('.note-text p') ?? [])];
    const words = paragraphs.map((paragraph) => ownWords([paragraph]).words).join('\n\n');
    const address = new URL(notePath({ sourceId, id: note }), location.href).href;
    return { sourceId, place: { note }, words, address };
  }
  const number = /^#p(\d+[a-z]*)$/.exec(hash)?.[1];
  if (number !== undefined) return citableParagraphs(sourceId, number, number);
  const address = new URL(sourcePath(sourceId), location.href).href;
  return { sourceId, place: undefined, words: '', address };
}

/** Whole paragraphs of this page, in either order; undefined where one is not on it. */
export function citableParagraphs(sourceId: string, one: string, other: string): Citable | undefined {
  const all = [...document.querySelectorAll('article p[id]')];
  const places = [one, other]
    .map((number) => all.findIndex(({ id }) => id === `p${number}`))
    .sort((a, b) => a - b);
  const chosen = all.slice(places[0], (places[1] ?? 0) + 1);
  const [from, to] = [chosen[0]?.id.slice(1), chosen.at(-1)?.id.slice(1)];
  if (places[0] === -1 || from === undefined || to === undefined) return undefined;
  const words = chosen.map((paragraph) => ownWords([paragraph]).words).join('\n\n');
  const address = new URL(anchorPath(sourceId, fragmentOf(from, to)), location.href).href;
  return { sourceId, place: { from, to }, words, address };
}

/** Undefined when the source has no such note. */
export function cite(of: SourceCitations, { place, words, stretch }: Citable): Cited | undefined {
  if (place === undefined) return citeSource(of);
  return 'note' in place
    ? citeNote(of, place.note, words)
    : citeParagraphs(of, place.from, place.to, words, stretch);
}

/** What is cited, in words: `Strong 1934, ¶ 12–15`, `Transcriber’s note 2 on Strong 1934`. */
export function nameOf(cited: Cited): string {
  const { short, note, place, hand } = recordOf(cited);
  const { n = '', title } = cited.blanks;
  if (place !== undefined) return `${short}, ¶ ${n}`;
  if (note === undefined) return `${short}, the whole text`;
  const name = /^\d/.test(n) ? `${capital(hand)} ${n}` : (title ?? n);
  return `${name} on ${short}`;
}
