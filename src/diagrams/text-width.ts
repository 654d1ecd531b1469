/** How wide words are, guessed, since nothing measures type when the site is built. */

const classes: [RegExp, number][] = [
  [/[\s.,:;’‘'|!iljI]/u, 0.27],
  [/[frt()[\]“”"–-]/u, 0.39],
  [/[mwMW—&]/u, 0.83],
  [/\p{Lu}/u, 0.66],
];

/** The width of one line in the text face, in the unit of `size`; rather too wide than too narrow. */
export function textWidth(text: string, size: number): number {
  const ems = [...text].map((letter) => classes.find(([letters]) => letters.test(letter))?.[1] ?? 0.51);
  return size * ems.reduce((sum, width) => sum + width, 0);
}

/** Lines no wider than `width`, but for a single word that is. */
export function wrap(text: string, width: number, size: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const line = lines.at(-1);
    if (line !== undefined && textWidth(`${line} ${word}`, size) <= width)
      lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines;
}
