/** By which words each source is called, for whoever asks for it. */
import { dateInWords } from '../../edition/labels.ts';
import type { Edition, Source } from '../../edition/model.ts';
import { tokens } from '../../edition/normalise.ts';

/** `/find/sources.json`. */
export interface Directory {
  sources: DirectoryEntry[];
}

export interface DirectoryEntry {
  id: string;
  /** As readers cite it: `Strong 1934`. */
  short: string;
  /** Every word by which it may be called, folded, once, with spaces between them. */
  words: string;
  /** Present when it is no longer part of the edition; its address says what became of it. */
  retired?: true;
}

export function directoryOf({ sources, ledger }: Edition): Directory {
  const retired = Object.entries(ledger.sources)
    .filter(([, { status }]) => status !== 'live')
    .map(([id, { short }]): DirectoryEntry => ({ id, short, words: words([id, short]), retired: true }));
  return {
    sources: [
      ...sources.map((source) => ({
        id: source.id,
        short: source.header.short,
        words: words(namesOf(source)),
      })),
      ...retired,
    ],
  };
}

function namesOf({ id, header }: Source): string[] {
  const { title, authors, container } = header;
  // `C. L. R.` is written `C.L.R.` too, which is one word.
  const names = authors.flatMap(({ name }) => [name, name.replace(/(?<=\p{L}\.) (?=\p{L}\.)/gu, '')]);
  const numbers = [container.volume?.text, container.issue?.text, container.chapter];
  return [
    id,
    header.short,
    ...names,
    title.text,
    container.title,
    dateInWords(header.date),
    ...numbers.filter((one) => one !== undefined),
  ];
}

function words(texts: readonly string[]): string {
  return [...new Set(texts.flatMap((text) => tokens(text).map(({ token }) => token)))].join(' ');
}

/** The sources that all these words name; those that are no longer in the edition only if no other is. */
export function sourcesNamed(name: readonly string[], { sources }: Directory): DirectoryEntry[] {
  if (name.length === 0) return [];
  const named = sources.filter(({ words }) => {
    const known = new Set(words.split(' '));
    return name.every((word) => known.has(word) || (word.endsWith('s') && known.has(word.slice(0, -1))));
  });
  const live = named.filter(({ retired }) => !retired);
  return live.length > 0 ? live : named;
}
