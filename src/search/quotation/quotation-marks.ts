/** Where a text quotes somebody. */

/**
 * The stretches of a paragraph within quotation marks, in order. A quotation that is not closed goes
 * on to the end of the paragraph, as one that runs through several does.
 */
export function stretchesInQuotationMarks(words: string): { start: number; end: number }[] {
  const stretches: { start: number; end: number }[] = [];
  const open: { at: number; closing: string }[] = [];
  for (const { 0: mark, index } of words.matchAll(/[“”„«»"‘’]/g)) {
    const [before = '', after = ''] = [words[index - 1], words[index + 1]];
    const closes = open.findLastIndex(({ closing }) => closing.includes(mark));
    const isApostrophe = /\p{L}/u.test(after) && /[\p{L}\p{N}]/u.test(before);
    if (mark === '‘' || mark === '’') {
      if (isApostrophe) continue;
      if (mark === '’' && closes !== -1) close(closes, index);
      else if (mark === '‘' && isClosedLater(words, index)) open.push({ at: index, closing: '’' });
    } else if (mark === '"' ? closes !== -1 && !opensByShape(before, after) : '”»'.includes(mark)) {
      if (closes !== -1) close(closes, index);
    } else if (mark !== '"' || closes === -1) {
      open.push({ at: index, closing: { '“': '”', '„': '”“', '«': '»', '"': '"' }[mark] ?? '”' });
    }
  }
  if (open[0]) close(0, words.length);
  return stretches;

  /** Closes one that is open, with those inside it; only outermost ones are kept. */
  function close(which: number, end: number) {
    const start = (open[which]?.at ?? 0) + 1;
    open.splice(which);
    if (open.length === 0) stretches.push({ start, end });
  }
}

function opensByShape(before: string, after: string): boolean {
  return /^$|[\s([—–-]/.test(before) && /\S/.test(after);
}

/** Whether a single mark opens a quotation, and not a word without its beginning, as in ‘tis. */
function isClosedLater(words: string, at: number): boolean {
  return /\S/.test(words[at + 1] ?? '') && /^[^‘]*?\S’(?![\p{L}\p{N}])/u.test(words.slice(at + 1));
}
