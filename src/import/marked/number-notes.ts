import { labelsOf } from '../calls.ts';
import { noteNumber } from '../layout.ts';
import { bareMark } from './find-notes.ts';
import type { WrittenBlock } from './witness.ts';

/** A note with the blocks that make it. */
export interface NumberedNote {
  id: string;
  label: string;
  mark: string;
  /** Its number as it begins its words; nothing where the file does not print it. */
  printed: string;
  line: number;
  parts: WrittenBlock[];
  /** Whether only its number can tell where it is called. */
  isUnlinked: boolean;
}

/** Gives each note its number: the one it prints if its call has the same, else that of its call or its place. */
export function numberNotes(written: WrittenBlock[], hand: string): Map<string, NumberedNote> {
  const parts = Map.groupBy(
    written.filter(({ block }) => block.kind === 'note'),
    ({ block }) => block.note?.id ?? '',
  );
  const called = new Map<string, string>();
  for (const { block } of written) {
    for (const { start, end, target } of block.calls)
      if (!called.has(target) && block.kind !== 'heading')
        called.set(target, bareMark(block.words.slice(start, end)));
  }
  const found = [...parts].map(([id, own], index) => {
    const block = own[0]?.block;
    const number = noteNumber(block?.words ?? '');
    const call = called.get(id);
    const isPrinted =
      // Where no call is printed, a number before the words is one of them.
      number !== undefined &&
      call !== '' &&
      (call === undefined
        ? block?.note?.mark === undefined || block.note.mark === number.mark
        : call === number.mark);
    const mark = isPrinted ? number.mark : call || block?.note?.mark || String(index + 1);
    const line = own[0]?.lines[0]?.line ?? 1;
    return {
      id,
      mark,
      printed:
        call === ''
          ? ''
          : isPrinted
            ? printedAlone(block?.words ?? '', number.printed)
            : namedNumber(block?.words ?? '', mark),
      line,
      parts: own,
      isUnlinked: call === undefined,
    };
  });
  const labels = labelsOf(
    found.map(({ mark, line }) => ({ mark: mark.replace(/[^\p{L}\p{N}*†‡§-]/gu, ''), from: line })),
    hand,
    [],
  );
  return new Map(found.map((note, i) => [note.id, { ...note, label: labels[i] ?? '' }]));
}

/** The number, if more than a number stands there. */
function printedAlone(words: string, printed: string): string {
  return words.trim().length > printed.length ? printed : '';
}

/** A number that is no digit, as `a` or `[^smith]:`. */
function namedNumber(words: string, mark: string): string {
  const first = /^\S+(?=\s)/.exec(words)?.[0] ?? '';
  return mark !== '' && /[[\]().:^]/.test(first) && bareMark(first) === mark ? first : '';
}
