/** What is searched for: words and phrases of the texts themselves, the same for the same texts. */
import { wordsOfSource } from './synthetic-edition.ts';
import type { SyntheticSource } from './synthetic-sources.ts';

export interface QueryKind {
  kind: 'common word' | 'rare word' | 'phrase';
  /** Three different ones: what an earlier one loaded must not serve a later one. */
  queries: string[];
}

/** A phrase of three words, from the third of a paragraph on. */
const phrasePattern = /(?<![\p{L}’])\p{L}+ \p{L}{4,} \p{L}{2,}(?![\p{L}’])/u;

/**
 * The commonest words of five letters or more; words that stand once; phrases from three places of the
 * edition, evenly spread.
 */
export function chooseQueries(sources: Iterable<SyntheticSource>, count: number): QueryKind[] {
  const counts = new Map<string, number>();
  const phrases: string[] = [];
  let place = 0;
  for (const source of sources) {
    const texts = wordsOfSource(source);
    for (const text of texts)
      for (const [word] of text.matchAll(/(?<![\p{L}'’-])\p{Ll}{5,}(?![\p{L}'’-])/gu))
        counts.set(word, (counts.get(word) ?? 0) + 1);
    // Where there are fewer than three sources, one gives several, from different paragraphs.
    while (phrases.length < 3 && place >= Math.floor((phrases.length * count) / 3))
      phrases.push(phraseFrom(texts.slice(10 * (phrases.length + 1))));
    place += 1;
  }
  const words = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  const once = words.filter(([word, times]) => times === 1 && word.length >= 8).map(([word]) => word);
  const rare = [0.25, 0.5, 0.75].map((part) => once[Math.floor(part * once.length)] ?? '');
  return [
    { kind: 'common word', queries: words.slice(0, 3).map(([word]) => word) },
    { kind: 'rare word', queries: rare },
    { kind: 'phrase', queries: phrases },
  ];
}

/** A phrase of the first text that has one. */
function phraseFrom(texts: readonly string[]): string {
  for (const text of texts) {
    const found = phrasePattern.exec(text.slice(text.length / 3));
    if (found) return `"${found[0]}"`;
  }
  return '';
}
