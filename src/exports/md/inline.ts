import { withheldSign } from '../../edition/labels.ts';
import type { Note, Point, Text } from '../../edition/model.ts';
import { toTree, type TreeNode } from '../../edition/tree.ts';
import { escapeMarkdown } from './escape.ts';
import { addressOf } from '../../routes.ts';

/** The label of the footnote that holds a note. */
export function footnoteOf({ id, hand }: Pick<Note, 'id' | 'hand'>): string {
  return hand === 'editor-note' ? `editor-${id}` : id;
}

/**
 * The words of a text with its emphasis, links and calls.
 * @param site for links of the edition's own words.
 * @param withReadings whether textual notes are called. A footnote calls none: Pandoc allows no notes in notes.
 */
export function markdownOf(text: Text, site: URL | undefined, withReadings = true): string {
  return writeAll(toTree(text));

  function writeAll(nodes: TreeNode[]): string {
    const flat = nodes.flatMap((node) => flatten(node, withReadings));
    const written = flat.map((node) => (typeof node === 'string' ? node : write(node)));
    return written
      .map((inner, index) => {
        const node = flat[index];
        // A bracket right after a call would make a link of both.
        if (inner.startsWith('(') && written[index - 1]?.endsWith(']')) return `\\${inner}`;
        if (node === undefined || typeof node === 'string' || node.type !== 'span') return inner;
        const { type } = node.span.mark;
        if (type !== 'emphasis' && type !== 'strong') return inner;
        const isPlain = !node.children.some((child) => child.type === 'span');
        const [before, after] = [written[index - 1]?.at(-1) ?? '', written[index + 1]?.at(0) ?? ''];
        return emphasised(inner, { type, isPlain, before, after });
      })
      .join('');
  }

  function write(node: TreeNode): string {
    if (node.type === 'words') return escapeMarkdown(node.words);
    if (node.type === 'point') return pointOf(node.point);
    const inner = writeAll(node.children);
    const { mark } = node.span;
    return mark.type === 'link' ? `[${inner}](${addressOf(mark.href, site)})` : inner;
  }

  function pointOf(point: Point): string {
    // Written with the line end in the words.
    if (point.type === 'line-break') return '';
    if (point.type === 'withheld') return escapeMarkdown(withheldSign(point));
    if (point.type === 'call') return point.note ? `[^${footnoteOf(point.note)}]` : '';
    return `<a id="page-${point.n}"></a><sup>\\[p. ${escapeMarkdown(point.n)}\\]</sup>`;
  }
}

/** Readings of the apparatus are no mark of their own: a footnote is called after their words. */
function flatten(node: TreeNode, withReadings: boolean): (TreeNode | string)[] {
  if (node.type !== 'span' || node.span.mark.type !== 'reading') return [node];
  const inner = node.children.flatMap((child) => flatten(child, withReadings));
  return node.isLast && withReadings ? [...inner, `[^${node.span.mark.reading.id}]`] : inner;
}

interface Around {
  type: 'emphasis' | 'strong';
  /** Whether no other mark stands inside. */
  isPlain: boolean;
  /** The characters on both sides, as they are written; empty at an end. */
  before: string;
  after: string;
}

/**
 * Emphasis with asterisks where every parser takes them for it (CommonMark 0.31.2, 6.2: left-flanking
 * and right-flanking runs); else with HTML.
 */
function emphasised(inner: string, { type, isPlain, before, after }: Around): string {
  const isApart = (char: string) => char === '' || (/[\s\p{P}\p{S}]/u.test(char) && char !== '*');
  const isPressed = /^[^\s*]/u.test(inner) && /[^\s*]$/u.test(inner);
  const mark = type === 'emphasis' ? '*' : '**';
  if (isPlain && isPressed && isApart(before) && isApart(after)) return mark + inner + mark;
  const name = type === 'emphasis' ? 'em' : 'strong';
  return `<${name}>${inner}</${name}>`;
}
