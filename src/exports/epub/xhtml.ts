/**
 * The words of the text model as XHTML, which must be well-formed XML. Strings, as `exports/html.ts` has
 * them: between two words there is exactly the source's white space.
 */
import { callMark, noteName, withheldSign } from '../../edition/labels.ts';
import type { Note, Point, Span, Text } from '../../edition/model.ts';
import { toTree, type TreeNode } from '../../edition/tree.ts';
import { notePath, witnessPath } from '../../routes.ts';
import { escapeAttribute, escapeXml } from '../xml.ts';
import type { Places } from './places.ts';

/** An attribute, with a space before it; nothing where it has no value. */
export function attribute(name: string, value: string | undefined): string {
  return value === undefined ? '' : ` ${name}="${escapeAttribute(value)}"`;
}

/** A link to a path of the site: within the book where the book has the place, else to the permanent address. */
export function linkTo(places: Places, path: string, inner: string, attributes = ''): string {
  return `<a${attribute('href', places.hrefOf(path))}${attributes}>${inner}</a>`;
}

/** A text of a source as phrasing content. */
export function textToXhtml(text: Text, sourceId: string, places: Places): string {
  return toTree(text)
    .map((node) => nodeToXhtml(node, sourceId, places))
    .join('');
}

function nodeToXhtml(node: TreeNode, sourceId: string, places: Places): string {
  if (node.type === 'words') return escapeXml(node.words);
  if (node.type === 'point') return pointToXhtml(node.point, places);
  const inner = node.children.map((child) => nodeToXhtml(child, sourceId, places)).join('');
  return spanToXhtml(node.span, inner, node.isLast, sourceId, places);
}

function spanToXhtml(
  { mark }: Span,
  inner: string,
  isLast: boolean,
  sourceId: string,
  places: Places,
): string {
  if (mark.type === 'emphasis') return `<em>${inner}</em>`;
  if (mark.type === 'strong') return `<strong>${inner}</strong>`;
  if (mark.type === 'link') return linkTo(places, mark.href, inner);
  if (!isLast) return inner;
  const { id } = mark.reading;
  const label = `° Textual note ${id.replace('reading-', '')}`;
  return `${inner}${noteref(places.hrefOf(`${witnessPath(sourceId)}#${id}`), `call-${id}`, 'reading', label, '°')}`;
}

function pointToXhtml(point: Point, places: Places): string {
  if (point.type === 'line-break') return '<br/>';
  if (point.type === 'withheld') return `<span class="left-out">${escapeXml(withheldSign(point))}</span>`;
  if (point.type === 'milestone') return pageBreak(point.n);
  return point.note ? callToXhtml(point.note, places) : '';
}

function callToXhtml(note: Note, places: Places): string {
  const mark = callMark(note);
  const href = places.hrefOf(notePath(note));
  return noteref(href, `call-${note.id}`, note.hand, `${mark}, ${noteName(note)}`, mark);
}

/** The call of a note: its mark, its class and its name tell whose note it is. */
function noteref(href: string, id: string, kind: string, label: string, mark: string): string {
  return `<a class="call ${kind}" id="${escapeAttribute(id)}" href="${escapeAttribute(href)}" epub:type="noteref" role="doc-noteref" aria-label="${escapeAttribute(label)}">${escapeXml(mark)}</a>`;
}

/** Where a page of the witness begins. Its number is drawn by the stylesheet, so no reader speaks it amid a sentence. */
export function pageBreak(n: string): string {
  return `<span class="page-break" id="page-${escapeAttribute(n)}" epub:type="pagebreak" role="doc-pagebreak" aria-label="${escapeAttribute(n)}"></span>`;
}

export interface PageParts {
  title: string;
  language: string;
  /** `frontmatter`, `bodymatter`, `backmatter` or `cover`. */
  part: string;
  body: string;
}

/** A whole XHTML document. */
export function xhtmlDocument({ title, language, part, body }: PageParts): string {
  const lang = escapeAttribute(language);
  return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="${lang}" xml:lang="${lang}">
<head>
<meta charset="utf-8"/>
<title>${escapeXml(title)}</title>
<link rel="stylesheet" type="text/css" href="style.css"/>
</head>
<body epub:type="${part}">
${withoutRepeatedIds(body)}
</body>
</html>
`;
}

/** A note may be called twice; the way back leads to its first call. */
function withoutRepeatedIds(body: string): string {
  const seen = new Set<string>();
  return body.replace(/ id="([^"]*)"/g, (attribute, id: string) => {
    if (seen.has(id)) return '';
    seen.add(id);
    return attribute;
  });
}
