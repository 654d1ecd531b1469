/** Paragraphs and words of a source as they are quoted on pages of the edition. */
import type { Paragraph, Text } from '../edition/model.ts';
import type { Passage, Quotation } from '../edition/passages.ts';
import { textToHtml } from './html.ts';

/** One paragraph of a passage, or the quoted words of it. */
export interface QuotedParagraph {
  paragraph: Paragraph;
  /** The source's words and nothing else. */
  html: string;
  /** Whether words before or after these are left out. */
  isCutBefore: boolean;
  isCutAfter: boolean;
}

export function quotedParagraphs(passage: Passage | Quotation): QuotedParagraph[] {
  return passage.paragraphs.map((paragraph) => {
    const { start, end } = 'start' in passage ? passage : { start: 0, end: paragraph.words.length };
    return {
      paragraph,
      html: textToHtml(slice(paragraph, start, end)),
      isCutBefore: start > 0,
      isCutAfter: end < paragraph.words.length,
    };
  });
}

/** Words with their emphasis and line breaks, without calls, milestones and readings. */
function slice({ words, spans, points }: Text, start: number, end: number): Text {
  return {
    words: words.slice(start, end),
    spans: spans
      .filter(({ mark }) => mark.type === 'emphasis' || mark.type === 'strong')
      .filter((span) => span.start < end && span.end > start)
      .map((span) => ({
        ...span,
        start: Math.max(span.start, start) - start,
        end: Math.min(span.end, end) - start,
      })),
    points: points
      .filter(({ type, at }) => type === 'line-break' && at >= start && at < end)
      .map((point) => ({ ...point, at: point.at - start })),
  };
}
