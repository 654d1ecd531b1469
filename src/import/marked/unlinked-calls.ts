import { attachCalls } from '../calls.ts';
import type { Draft } from '../drafts.ts';
import type { Doubt } from '../layout.ts';
import type { Texts } from './drafts.ts';
import type { NumberedNote } from './number-notes.ts';

/** Finds the calls of notes that no link leads to, by their numbers; returns all printed calls by label. */
export function attachUnlinked(
  notes: NumberedNote[],
  drafts: Draft[],
  { printed }: Texts,
  doubts: Doubt[],
): Map<string, string> {
  const open = notes.filter(({ label }) => !printed.has(label));
  const before = (line: number) => notes.findLast((note) => note.line < line && !open.includes(note))?.line;
  const laid = open.map(({ mark, printed: number, line }) => ({
    mark,
    printed: number,
    from: line,
    to: line,
    // Numbers that begin anew belong to the text since the last notes.
    scope: [before(line) ?? 1, line] as [number, number],
  }));
  const found = attachCalls(
    laid,
    open.map(({ label }) => label),
    drafts,
    doubts,
  );
  for (const [label, mark] of found) printed.set(label, mark);
  return printed;
}
