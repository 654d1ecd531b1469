/**
 * Breaks words into lines at spaces (U+0020) only, one space at each break, so that the lines joined
 * with spaces are the words again. A word longer than a line stands on a line of its own, whole.
 * @param width in characters; marks that combine with a letter take no room.
 */
export function wrap(words: string, width: number): string[] {
  const lines: string[] = [];
  let line: string | undefined;
  let room = 0;
  for (const word of words.split(' ')) {
    const length = widthOf(word);
    // What is between two spaces is empty: no line begins with a space.
    if (line !== undefined && (length + 1 <= room || word === '')) {
      line += ` ${word}`;
      room -= length + 1;
    } else {
      if (line !== undefined) lines.push(line);
      line = word;
      room = width - length;
    }
  }
  return [...lines, line ?? ''];
}

/** How many characters wide a word stands, as far as a fixed width can tell. */
export function widthOf(word: string): number {
  return [...word.replace(/\p{M}/gu, '')].length;
}

/**
 * Lines with a label in the margin of the first.
 * @param indent so many spaces stand before each line; the label in theirs, or on a line before.
 */
export function withLabel(label: string, lines: readonly string[], indent: number): string[] {
  const margin = ' '.repeat(indent);
  const fits = widthOf(label) < indent;
  const set = lines.map((line, index) => {
    if (index > 0 || !fits || label === '') return line === '' ? '' : margin + line;
    return label + ' '.repeat(indent - widthOf(label)) + line;
  });
  return fits ? set : [label, ...set];
}
