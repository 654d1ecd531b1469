import { callPattern } from '../calls.ts';
import { FURNITURE, noteNumber, NOTES_HEADING, plainDigits } from '../layout.ts';
import type { MarkedBlock } from './document.ts';

/** The number of a note by which its calls are known: of `[3]`, `³` and `3.` it is `3`. */
export function bareMark(printed: string): string {
  return plainDigits(printed)
    .replace(/^[\s\u00a0]+|[\s\u00a0]+$/g, '')
    .replace(/[[\]().:^{}]/g, '')
    .replace(/^(?:foot|end)?note\s*/i, '');
}

/**
 * Finds the notes that no link leads to: numbered paragraphs one after the other, under the heading “Notes”
 * or with the first of them called above. Raised marks that are their numbers become their calls.
 */
export function findNotes(blocks: MarkedBlock[]): MarkedBlock[] {
  const made = blocks.map((block) => ({ ...block }));
  let from = 0;
  let group = 0;
  for (let i = 1; i < made.length; i++) {
    const block = made[i] as MarkedBlock;
    const first = numberOf(block);
    if (first === undefined || !/^(?:1|\*)$/.test(first)) continue;
    const before = made.slice(0, i).findLast(({ kind }) => kind !== 'omitted');
    const hasHeading = before !== undefined && isNotesHeading(before);
    const isCalled = made.slice(from, i).some((one) => calls(one, first));
    const canBe = block.kind === 'prose' || block.kind === 'item';
    if (!canBe || !(hasHeading || (isCalled && !(block.kind === 'item' && !/^\W?\d|^\*/.test(block.words)))))
      continue;
    group += 1;
    const end = takeNotes(made, i, `unlinked-${String(group)}`);
    callRaised(made.slice(from, i), made.slice(i, end));
    from = end;
    i = end - 1;
  }
  leaveOutEnd(made);
  return made.map((block, i) => {
    const next = made.slice(i + 1).find(({ kind }) => kind !== 'omitted');
    return isNotesHeading(block) && next?.kind === 'note'
      ? { ...block, kind: 'omitted', why: 'The heading of the notes.' }
      : block;
  });
}

/** Lines of the page below the text: when it was changed, whose the rights are. */
function leaveOutEnd(blocks: MarkedBlock[]): void {
  for (const block of blocks.toReversed()) {
    if (block.kind === 'omitted') continue;
    if (block.kind !== 'prose' || block.words.length > 120 || !FURNITURE.test(block.words)) return;
    block.kind = 'omitted';
    block.why = 'A line of the page after the text.';
  }
}

function isNotesHeading({ kind, words }: MarkedBlock): boolean {
  return (kind === 'heading' || kind === 'prose') && NOTES_HEADING.test(words.trim());
}

function numberOf({ words, ordinal, kind }: MarkedBlock): string | undefined {
  if (kind === 'heading' || kind === 'note' || kind === 'omitted') return undefined;
  return noteNumber(words)?.mark ?? (ordinal === undefined ? undefined : String(ordinal));
}

function calls({ kind, words, raised }: MarkedBlock, mark: string): boolean {
  if (kind === 'note' || kind === 'omitted' || kind === 'heading') return false;
  return (
    raised.some(({ start, end }) => bareMark(words.slice(start, end)) === mark) ||
    callPattern(mark).test(words)
  );
}

/** Makes notes of the blocks from one on; returns the index after the last. */
function takeNotes(blocks: MarkedBlock[], from: number, group: string): number {
  let end = from;
  let n = 0;
  let note: MarkedBlock['note'];
  for (let i = from; i < blocks.length; i++) {
    const block = blocks[i] as MarkedBlock;
    if (block.kind === 'omitted') continue;
    if (block.kind === 'heading' || block.kind === 'note') break;
    const mark = numberOf(block);
    const isNext = (one: MarkedBlock) => {
      const own = numberOf(one);
      return own !== undefined && (own === String(n + 1) || /^\D/.test(own));
    };
    if (mark !== undefined && isNext(block)) {
      n += 1;
      note = { id: `${group}-${String(n)}`, mark };
    } else {
      // Words between two notes go on with the first of them; after the last they are text again.
      const later = blocks.slice(i + 1, i + 12);
      const stop = later.findIndex(({ kind }) => kind === 'heading' || kind === 'note');
      if (!later.slice(0, stop < 0 ? undefined : stop).some(isNext)) break;
      block.doubts = [
        ...block.doubts,
        { kind: 'note', fact: `Taken as a further paragraph of note ${note?.mark ?? ''}.` },
      ];
    }
    block.kind = 'note';
    block.note = note;
    end = i + 1;
  }
  return Math.max(end, from + 1);
}

/** Makes calls of what is raised, in the order of the notes. */
function callRaised(text: MarkedBlock[], notes: MarkedBlock[]): void {
  let from = 0;
  const places = text.flatMap((block) =>
    block.kind === 'note' || block.kind === 'omitted' || block.kind === 'heading'
      ? []
      : block.raised.map((stretch) => ({ block, ...stretch })),
  );
  const ids = new Map(notes.flatMap(({ note }) => (note?.mark === undefined ? [] : [[note.id, note.mark]])));
  for (const [id, mark] of ids) {
    const at = places.findIndex(
      ({ block, start, end }, i) => i >= from && bareMark(block.words.slice(start, end)) === mark,
    );
    const place = places[at];
    if (!place || place.block.calls.some(({ start }) => start === place.start)) continue;
    place.block.calls = [...place.block.calls, { start: place.start, end: place.end, target: id }];
    from = at + 1;
  }
}
