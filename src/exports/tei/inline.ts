/** The words of a text as TEI: every word once and in order, whatever stands on it. */
import type { Entity, Note, Point, Source } from '../../edition/model.ts';
import type { MentionsAt } from '../../edition/register.ts';
import { toTree, type TreeNode } from '../../edition/tree.ts';
import type { EntityKind } from '../../schemas/entity-kinds.ts';
import { callId, EDITOR, entityId, noteId, pieceId, pointer } from './ids.ts';
import { settleReadings, type Mark, type MarkedText } from './marks.ts';
import { el, mixed, type Attributes, type XmlElement, type XmlNode } from '../xml.ts';
import { addressOf } from '../../routes.ts';

/** One file while it is written. */
export interface Writing {
  source: Source;
  site: URL;
  mentions: MentionsAt;
  /** How many pieces of each element are written, by its id. */
  pieces: Map<string, number>;
  /** The ids of the calls that are written, by the id of their note. */
  calls: Map<string, string[]>;
  /** Who and what is named in what is written. */
  named: Set<Entity>;
}

export function beginWriting(of: Pick<Writing, 'source' | 'site' | 'mentions'>): Writing {
  return { ...of, pieces: new Map(), calls: new Map(), named: new Set() };
}

/** The content of a paragraph, a line, a cell or a heading. */
export function inline(text: MarkedText, writing: Writing): XmlNode[] {
  const { words, marks, points } = settleReadings(text);
  return toTree({ words, spans: marks, points }).flatMap((node) => nodeOf(node, words, writing));
}

function nodeOf(node: TreeNode<Mark>, words: string, writing: Writing): XmlNode[] {
  if (node.type === 'words') return [node.words];
  if (node.type === 'point') return pointOf(node.point, words, writing);
  const { id, mark } = node.span;
  const isFirst = node.isFirst && node.span.isFirst;
  const isLast = node.isLast && node.span.isLast;
  const piece = (writing.pieces.get(id) ?? 0) + 1;
  writing.pieces.set(id, piece);
  const children = node.children.flatMap((child) => nodeOf(child, words, writing));
  const isWhole = isFirst && isLast;
  // A cut element is put together again by its pointers: Guidelines, 17.3 and 21.3.
  const joined: Attributes = {
    'xml:id': isWhole && mark.type !== 'quoted' && mark.type !== 'reading' ? undefined : pieceId(id, piece),
    prev: isFirst ? undefined : pointer(pieceId(id, piece - 1)),
    next: isLast ? undefined : pointer(pieceId(id, piece + 1)),
  };
  return [elementOf(mark, joined, children, isWhole, writing)];
}

function elementOf(
  mark: Mark['mark'],
  joined: Attributes,
  children: XmlNode[],
  isWhole: boolean,
  { site, named }: Writing,
): XmlElement {
  if (mark.type === 'emphasis') return mixed('hi', { ...joined, rend: 'italic' }, ...children);
  if (mark.type === 'strong') return mixed('hi', { ...joined, rend: 'bold' }, ...children);
  if (mark.type === 'link')
    return mixed('ref', { ...joined, target: targetOf(mark.href, site) }, ...children);
  if (mark.type === 'quoted') return mixed('seg', { ...joined, type: 'annotated' }, ...children);
  if (mark.type === 'name') {
    const [first] = mark.entities;
    if (!first) throw new Error('A name names something.');
    mark.entities.forEach((entity) => named.add(entity));
    const { name, ...attributes } = nameElement[first.kind];
    const ref = mark.entities.map((entity) => pointer(entityId(entity))).join(' ');
    return mixed(name, { ...joined, ...attributes, ref }, ...children);
  }
  const { reading } = mark.reading.decision;
  if (reading === undefined || !isWhole) return mixed('sic', joined, ...children);
  return el(
    'choice',
    joined,
    mixed('sic', {}, ...children),
    mixed('corr', { resp: pointer(EDITOR), cert: 'medium' }, reading),
  );
}

const nameElement: Record<EntityKind, { name: string; type?: string }> = {
  person: { name: 'persName' },
  place: { name: 'placeName' },
  organisation: { name: 'orgName' },
  term: { name: 'term' },
  event: { name: 'name', type: 'event' },
  work: { name: 'title' },
};

function pointOf(point: Point, words: string, writing: Writing): XmlElement[] {
  if (point.type === 'line-break') return [el('lb')];
  if (point.type === 'withheld')
    return [
      el('gap', { reason: 'rights', unit: 'word', quantity: String(point.count), resp: pointer(EDITOR) }),
    ];
  if (point.type === 'milestone') {
    const isInWord =
      /[\p{L}\p{N}]$/u.test(words.slice(0, point.at)) && /^[\p{L}\p{N}]/u.test(words.slice(point.at));
    const siglum = writing.source.header.witnesses[0]?.siglum;
    return [
      el('pb', {
        n: point.n,
        break: isInWord ? 'no' : undefined,
        edRef: siglum && pointer(siglum),
        facs: point.facs && targetOf(point.facs, writing.site),
      }),
    ];
  }
  // The notes of the editor stand off: their words are marked, not their calls.
  return point.note && point.note.hand !== 'editor-note' ? [call(point.note, writing)] : [];
}

function call(note: Note, { calls }: Writing): XmlElement {
  const ids = calls.get(note.id) ?? [];
  const id = callId(note, ids.length + 1);
  calls.set(note.id, [...ids, id]);
  return el('ptr', { type: 'noteAnchor', 'xml:id': id, n: note.mark, target: pointer(noteId(note)) });
}

/** A link as it works outside the site too. */
function targetOf(href: string, site: URL): string {
  return URL.canParse(href, site) ? addressOf(href, site) : href;
}
