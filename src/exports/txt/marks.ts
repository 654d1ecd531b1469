/** What stands in a plain text beside its words, so that no reader can take it for them. */
import { callMark, withheldSign } from '../../edition/labels.ts';
import type { Point, Source, Text } from '../../edition/model.ts';
import { toTree, type TreeNode } from '../../edition/tree.ts';

/** How the marks of one text are written. */
export interface Marks {
  /** What stands around the mark of a call. */
  brackets: [open: string, close: string];
  /** Whether emphasis stands between `_` and `_`. */
  hasEmphasis: boolean;
}

/** The first is used unless words of the source look like a call in it. */
const BRACKETS: Marks['brackets'][] = [
  ['[', ']'],
  ['{', '}'],
  ['⟦', '⟧'],
];

/** The marks that no words of a source, or of the notes on it, can be mistaken for. */
export function marksFor(texts: readonly Text[]): Marks {
  const looksLikeMark = (brackets: Marks['brackets']) => {
    const [open, close] = brackets.map((one) => one.replace(/[[\]{}]/, '\\$&'));
    const mark = new RegExp(`${open}(?:T?\\d+|[a-z]{1,3}|°\\d+|p\\.\\s.*)${close}`, 'u');
    return texts.some(({ words }) => mark.test(words));
  };
  return {
    brackets: BRACKETS.find((one) => !looksLikeMark(one)) ?? ['⟦', '⟧'],
    hasEmphasis: texts.every(({ words }) => !words.includes('_')),
  };
}

/** Every text of a source and its notes. */
export function textsOf({ paragraphs, witnessNotes, editorNotes }: Source): Text[] {
  return [...paragraphs, ...[...witnessNotes, ...editorNotes].flatMap((note) => note.paragraphs)];
}

/** The words of a text with its marks among them. */
export function markedWords(text: Text, { brackets: [open, close], hasEmphasis }: Marks): string {
  const bracketed = (mark: string) => `${open}${mark}${close}`;
  const write = (node: TreeNode): string => {
    if (node.type === 'words') return node.words;
    if (node.type === 'point') return pointOf(node.point);
    const inner = node.children.map(write).join('');
    const { mark } = node.span;
    if (mark.type === 'reading')
      return node.isLast ? `${inner}${bracketed(`°${mark.reading.id.replace('reading-', '')}`)}` : inner;
    return hasEmphasis && mark.type !== 'link' ? `_${inner}_` : inner;
  };
  const pointOf = (point: Point): string => {
    // The words have the line end.
    if (point.type === 'line-break') return '';
    if (point.type === 'withheld') return withheldSign(point);
    if (point.type === 'call') return point.note ? bracketed(callMark(point.note)) : '';
    // With a space that does not break; set off from a word that begins after it.
    const before = text.words.charAt(point.at - 1);
    return bracketed(`p.\u00A0${point.n}`) + (before === '' || /\s/.test(before) ? ' ' : '');
  };
  return toTree(text).map(write).join('');
}
