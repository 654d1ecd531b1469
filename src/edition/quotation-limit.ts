import type { Paragraph, Source } from './model.ts';
import { countWords, QUOTED_SHARE, QUOTED_WORDS } from './rights.ts';
import { textOfExcerpt } from './text-of-excerpt.ts';

/** Words of one paragraph that may be quoted: the paragraph with these words and no others. */
export interface Quoted {
  paragraph: Paragraph;
  /** With `[…]` where the quotation is longer; empty where nothing may be quoted any more. */
  words: string;
  start: number;
  end: number;
}

/** Quotes words of a withheld source, as long as its limits allow. The order of asking decides who gets them. */
export type QuotationLimit = (paragraph: Paragraph, start: number, end: number) => Quoted;

/**
 * The limits of one source: so many words in one quotation, and so large a part of its text in all. Words
 * that are quoted twice count once.
 */
export function quotationLimit(source: Pick<Source, 'paragraphs'>): QuotationLimit {
  const most = Math.floor(countWords(source.paragraphs) * QUOTED_SHARE);
  const quoted = new Map<string, Set<number>>();
  let used = 0;
  return (paragraph, start, end) => {
    const places = [...paragraph.words.matchAll(/\S+/g)].map(({ 0: word, index }, number) => ({
      number,
      start: index,
      end: index + word.length,
    }));
    const asked = places.filter((word) => word.start < end && word.end > start);
    const allowed = asked.slice(0, QUOTED_WORDS);
    const known = quoted.get(paragraph.anchor) ?? new Set<number>();
    const fresh = allowed.filter(({ number }) => !known.has(number));
    if (allowed.length === 0 || used + fresh.length > most)
      return { paragraph: cut(paragraph, 0, 0), words: '', start: 0, end: 0 };
    used += fresh.length;
    quoted.set(paragraph.anchor, new Set([...known, ...fresh.map(({ number }) => number)]));
    const isWhole = allowed.length === asked.length;
    const to = isWhole ? end : (allowed.at(-1)?.end ?? end);
    const words = paragraph.words.slice(start, to);
    return {
      paragraph: cut(paragraph, start, to),
      words: isWhole ? words : `${words} […]`,
      start: 0,
      end: words.length,
    };
  };
}

/** A paragraph with some of its words alone: nothing of it where `start` is `end`. */
export function cut(paragraph: Paragraph, start: number, end: number): Paragraph {
  const { words, spans, points } = textOfExcerpt(paragraph, start, end);
  const count = (from: number, to: number) => countWords([{ words: paragraph.words.slice(from, to) }]);
  const gap = (at: number, left: number) =>
    left > 0 ? [{ type: 'withheld' as const, at, count: left }] : [];
  const isNothing = words === '';
  return {
    ...paragraph,
    words,
    // What the apparatus says of a reading tells the words beside it.
    spans: spans.filter(({ mark }) => mark.type !== 'reading'),
    points: [
      ...gap(0, isNothing ? count(0, paragraph.words.length) : count(0, start)),
      ...points,
      ...(isNothing ? [] : gap(words.length, count(end, paragraph.words.length))),
    ],
  };
}
