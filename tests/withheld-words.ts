/** What of some words stands in the files of a built site. */
import { globSync, readFileSync } from 'node:fs';
import type { Edition, Source } from '../src/edition/model.ts';
import type { RawEdition } from '../src/edition/raw.ts';
import { builtTexts, wordsIn } from './built-words.ts';

/** Words in a row that are looked for. */
export const RUN = 8;

/** Words that belong together: a paragraph or a note. */
export interface Passage {
  source: string;
  place: string;
  words: string[];
}

/** The author’s text and notes of a source, or the transcriber’s notes. */
export function passagesOf(source: Source, hand: 'author' | 'transcriber'): Passage[] {
  const notes = source.witnessNotes.filter((note) => note.hand === `${hand}-note`);
  return [
    ...(hand === 'author' ? source.paragraphs.map(({ anchor, words }) => ({ place: anchor, words })) : []),
    ...notes.map(({ id, paragraphs }) => ({
      place: id,
      words: paragraphs.map(({ words }) => words).join(' '),
    })),
  ].map(({ place, words }) => ({ source: source.id, place, words: wordsIn(words) }));
}

export function runsOf(words: readonly string[], length = RUN): string[] {
  return words
    .slice(0, Math.max(0, words.length - length + 1))
    .map((_, at) => words.slice(at, at + length).join(' '));
}

/** Which runs of some passages, and which single words, stand anywhere in a folder, and in which files. */
export function look(
  folder: string,
  passages: readonly Passage[],
  words: ReadonlySet<string>,
  length = RUN,
): { runs: Map<string, string>; words: Map<string, string>; texts: number } {
  const sought = new Set(passages.flatMap((passage) => runsOf(passage.words, length)));
  const found = { runs: new Map<string, string>(), words: new Map<string, string>(), texts: 0 };
  for (const { name, text } of builtTexts(folder)) {
    found.texts += 1;
    const all = wordsIn(text);
    if (!isProgram(name))
      for (const word of new Set(all))
        if (words.has(word) && !found.words.has(word)) found.words.set(word, name);
    for (const run of runsOf(all, length))
      if (sought.has(run) && !found.runs.has(run)) found.runs.set(run, name);
  }
  return found;
}

/** Programs and the bytes of PDF files have words of their own; the text of a PDF file is read apart. */
function isProgram(name: string): boolean {
  return (
    /^_astro\/.*\.js\b|^pagefind\/(?:pagefind\.js|wasm)|\.pdf(?: \([^)]*\))?$/.test(name) &&
    !/\.pdf \((?:read|joined)\)$/.test(name)
  );
}

/** Every string that is left of an edition, in whatever part of it. */
export function stringsOf(value: unknown, seen = new Set<unknown>()): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null || seen.has(value)) return [];
  seen.add(value);
  const parts: unknown[] = value instanceof Map ? [...value.entries()] : Object.values(value);
  return parts.flatMap((part) => stringsOf(part, seen));
}

/** All that a site may say besides: what is left of the edition, its pages, and what the program brings along. */
export function allowedStrings(shown: Edition, raw: RawEdition): string[] {
  const program = globSync(
    [
      'src/**/*.{ts,astro,css,typ}',
      'public/**/*',
      'package.json',
      'node_modules/{pagefind,@pagefind}/**/*.js',
    ],
    { withFileTypes: true },
  );
  const files = program.filter((one) => one.isFile()).map((one) => `${one.parentPath}/${one.name}`);
  return [
    ...stringsOf(shown),
    ...raw.pages.map(({ text }) => text),
    ...files.map((file) => readFileSync(file, 'utf8')),
  ];
}
