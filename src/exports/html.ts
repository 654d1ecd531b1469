/**
 * The words of the text model as HTML. Strings, not components: between two words there is exactly
 * the white space that the source has. Whatever is not the words carries `data-apparatus`.
 */
import { callMark, noteName, withheldSign } from '../edition/labels.ts';
import type { Note, Paragraph, Point, Span, Text } from '../edition/model.ts';
import { toTree, type TreeNode } from '../edition/tree.ts';
import { notePath } from '../routes.ts';

interface Options {
  /** Whether the notes of the witness stand in the margin beside their calls. */
  sidenotes?: boolean;
  /** The path of the page that the calls lead to; empty on that page itself. */
  page?: string;
}

export function escapeHtml(text: string): string {
  return text.replace(
    /[&<>"]/g,
    (char) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[char] ?? char,
  );
}

/** A text as phrasing content. */
export function textToHtml(text: Text, options: Options = {}): string {
  return toTree(text)
    .map((node) => nodeToHtml(node, options))
    .join('');
}

/**
 * The inside of `<p id="p12">`: the number that links to the paragraph, its words and, where topics use
 * it, the way to them.
 */
export function paragraphToHtml(paragraph: Paragraph, citation: string, inTopics = false): string {
  const number = `<a class="number" href="#${paragraph.anchor}" aria-label="${escapeHtml(`Link to ${citation}`)}" data-apparatus>${paragraph.number}</a>`;
  const topics = inTopics
    ? `<a class="meets" href="topics/#${paragraph.anchor}" aria-label="Topics, ¶ ${paragraph.number}" data-apparatus></a>`
    : '';
  return number + textToHtml(paragraph, { sidenotes: true }) + topics;
}

/** The inside of a note: its name and the way back to its call, then its words. */
export function noteToHtml(note: Note, options: Options = {}): string {
  const { page = '' } = options;
  const name = escapeHtml(noteName(note));
  const back = note.at
    ? `<a class="back" href="${page}#call-${note.id}" role="doc-backlink" aria-label="Back to the call in ¶ ${note.at.anchor.slice(1)}">¶ ${note.at.anchor.slice(1)} ↑</a>`
    : note.on === undefined
      ? '<span class="back">on the text as a whole</span>'
      : '';
  const paragraphs = note.paragraphs.map((text) => `<p>${textToHtml(text, options)}</p>`).join('');
  const path = notePath(note);
  const cite = `<a class="cite" href="${path}#cite">Cite</a>`;
  return `<p class="note-head" data-apparatus><a class="note-name" href="${path}">${name}</a>${cite}${back}</p><div class="note-text">${paragraphs}</div>`;
}

function nodeToHtml(node: TreeNode, options: Options): string {
  if (node.type === 'words') return escapeHtml(node.words);
  if (node.type === 'point') return pointToHtml(node.point, options);
  const inner = node.children.map((child) => nodeToHtml(child, options)).join('');
  return spanToHtml(node.span, inner, node.isLast, options);
}

function spanToHtml({ mark }: Span, inner: string, isLast: boolean, { page = '' }: Options): string {
  if (mark.type === 'emphasis') return `<em>${inner}</em>`;
  if (mark.type === 'strong') return `<strong>${inner}</strong>`;
  if (mark.type === 'link') return `<a href="${escapeHtml(mark.href)}">${inner}</a>`;
  const { id } = mark.reading;
  const sign = `<a class="reading-mark" id="call-${id}" href="${page}witness/#${id}" aria-label="Textual note ${id.replace('reading-', '')}" data-apparatus>°</a>`;
  return `<span class="reading">${inner}</span>${isLast ? sign : ''}`;
}

function pointToHtml(point: Point, options: Options): string {
  if (point.type === 'line-break') return '<br>';
  if (point.type === 'withheld') return `<em data-apparatus>${withheldSign(point)}</em>`;
  if (point.type === 'milestone') {
    return `<span class="page-break" id="page-${escapeHtml(point.n)}" role="doc-pagebreak" aria-label="page ${escapeHtml(point.n)} of the witness" data-apparatus>p. ${escapeHtml(point.n)}</span>`;
  }
  const { note } = point;
  if (!note) return '';
  const isEditor = note.hand === 'editor-note';
  const href = isEditor ? notePath(note) : `${options.page ?? ''}#note-${note.id}`;
  const call = `<a class="call" id="call-${note.id}" href="${href}" role="doc-noteref" aria-label="${escapeHtml(noteName(note))}" data-hand="${note.hand}" data-apparatus>${escapeHtml(callMark(note))}</a>`;
  return options.sidenotes && !isEditor ? call + sidenote(note) : call;
}

/** What stands in place of words that are withheld. */
function pointsOf(points: readonly Point[]): string {
  return points.map((point) => (point.type === 'withheld' ? withheldSign(point) : '')).join('');
}

/** A note in the margin. The list at the end has it whole for those who do not see the margin. */
function sidenote(note: Note): string {
  const paragraphs = note.paragraphs
    .map(({ words, points }) => `<span class="sidenote-text">${escapeHtml(words) || pointsOf(points)}</span>`)
    .join('');
  const reply = note.replies[0];
  const link = reply ? `<a href="#note-${reply.id}" tabindex="-1">Editor’s reply ↓</a>` : '';
  return `<small class="sidenote" aria-hidden="true" data-hand="${note.hand}" data-apparatus><b>${noteName(note)}</b> ${paragraphs}${link}</small>`;
}
