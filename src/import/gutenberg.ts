import type { Layout, SourceLine } from './layout.ts';
import { layWrapped } from './wrapped.ts';

const START = /^\*\*\* ?START OF (?:THE|THIS) PROJECT GUTENBERG EBOOK/i;
const END = /^(?:\*\*\* ?END OF (?:THE|THIS) PROJECT GUTENBERG EBOOK|End of (?:the )?Project Gutenberg)/i;

/** Lays out a text of Project Gutenberg without the words that the project set before and after it. */
export function layGutenberg(text: string, lines: SourceLine[]): Layout | undefined {
  if (!/PROJECT GUTENBERG/i.test(text)) return undefined;
  const start = lines.findIndex((line) => START.test(line.text));
  const end = lines.findIndex((line, i) => i > start && END.test(line.text));
  if (start < 0 || end < 0) return undefined;
  const inner = lines.slice(start + 1, end);
  const layout = layWrapped(inner.some(({ text }) => text !== '') ? inner : lines);
  const last = lines.findLast((line) => line.text !== '')?.number ?? lines.length;
  const first = lines.find((line) => line.text !== '')?.number ?? 1;
  return {
    ...layout,
    omitted: [
      { from: first, to: start + 1, note: 'The head that Project Gutenberg set before the text.' },
      ...layout.omitted,
      { from: end + 1, to: last, note: 'The licence that Project Gutenberg set after the text.' },
    ],
    doubts: [
      ...layout.doubts,
      { line: start + 1, kind: 'stray', fact: 'Left out: the head and licence of Project Gutenberg.' },
    ],
  };
}

/** What the head of a text of Project Gutenberg says of it. */
export function gutenbergFacts(text: string): { title?: string; author?: string; language?: string } {
  if (!/PROJECT GUTENBERG/i.test(text)) return {};
  const head = text.slice(0, 6000);
  const value = (name: string) =>
    new RegExp(`^${name}:[ \\t]*(\\S.*(?:\\r?\\n[ \\t]{4,}\\S.*)*)`, 'm')
      .exec(head)?.[1]
      ?.replace(/\s+/g, ' ')
      .trim();
  const [title, author, language] = [value('Title'), value('Author'), value('Language')];
  const tag = { english: 'en', french: 'fr', german: 'de', russian: 'ru', italian: 'it', spanish: 'es' }[
    language?.toLowerCase() ?? ''
  ];
  return { ...(title && { title }), ...(author && { author }), ...(tag && { language: tag }) };
}
