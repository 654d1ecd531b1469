/** Words of a paragraph as another page quotes them: without note calls and page breaks. */
import { withheldSign } from '../edition/labels.ts';
import type { Paragraph, Source } from '../edition/model.ts';
import type { Passage, Quotation } from '../edition/passages.ts';
import { textOfExcerpt } from '../edition/text-of-excerpt.ts';
import { toTree, type TreeNode } from '../edition/tree.ts';
import { witnessPath } from '../routes.ts';
import { escapeHtml } from './html.ts';

/** One paragraph of a passage, ready for a page. */
export interface Excerpt {
  paragraph: Paragraph;
  /** Phrasing content: the source's own words, and marked `data-apparatus` what is not. */
  html: string;
}

/** The paragraphs of a passage, or the words quoted of one, with `[…]` where words are left out. */
export function excerptsOf(passage: Passage | Quotation): Excerpt[] {
  return passage.paragraphs.map((paragraph) => {
    const { start, end } = 'words' in passage ? passage : { start: 0, end: paragraph.words.length };
    return { paragraph, html: excerptToHtml(paragraph, start, end, passage.source) };
  });
}

const LEFT_OUT = '<span class="left-out" data-apparatus>[…]</span>';

function excerptToHtml(paragraph: Paragraph, start: number, end: number, source: Source): string {
  const { words } = paragraph;
  const inner = toTree(textOfExcerpt(paragraph, start, end))
    .map((node) => nodeToHtml(node, source))
    .join('');
  return `${start > 0 ? `${LEFT_OUT} ` : ''}${inner}${end < words.length ? ` ${LEFT_OUT}` : ''}`;
}

function nodeToHtml(node: TreeNode, source: Source): string {
  if (node.type === 'words') return escapeHtml(node.words);
  if (node.type === 'point')
    return node.point.type === 'withheld'
      ? `<span class="left-out" data-apparatus>${withheldSign(node.point)}</span>`
      : '<br>';
  const inner = node.children.map((child) => nodeToHtml(child, source)).join('');
  const { mark } = node.span;
  if (mark.type === 'emphasis') return `<em>${inner}</em>`;
  if (mark.type === 'strong') return `<strong>${inner}</strong>`;
  if (mark.type === 'link') return inner;
  const { id } = mark.reading;
  const sign = `<a class="reading-mark" href="${escapeHtml(`${witnessPath(source.id)}#${id}`)}" aria-label="Textual note ${id.replace('reading-', '')} of ${escapeHtml(source.header.short)}" data-apparatus>°</a>`;
  return node.isLast ? inner + sign : inner;
}
