/**
 * The words of a witness, counted from its file alone: a table of what in it is no word of the
 * texts and notes, and a few replacements. Nothing of `src/` takes part.
 */
import { readFileSync } from 'node:fs';

/** Of a note’s number or call with the word beside it, the number alone is furniture. */
type Furniture = [line: number, stands: string, why: string];

const call = 'call of a note';
const note = 'number of a note';

/** What stands in a witness and is not its author’s or transcriber’s words: where, what and why. */
export const furniture: Record<string, Furniture[]> = {
  'strong-1934': [
    [72, '1 The', note],
    [144, 'http://www.unz.org/Pub/AmMercury-1934oct-00169', 'target of a link, left by the PDF'],
    [217, '2 This', note],
    [222, '3 The', note],
    [271, 'production)2', call],
    [295, 'hands3', call],
    [553, 'articles4', call],
    [571, '4 Apparently', note],
    [1402, 'Communists5', call],
    [1454, 'clean6', call],
    [1472, '5 “Communists”', note],
    [1474, '6 While', note],
    [1643, '7 Misspelled', note],
    [1668, 'Chelushkin7', call],
  ],
  'james-1937-13': [
    [1, 'C L R James', 'head of the web page: author'],
    [2, 'The World Revolution 1917–1936', 'head of the web page: book'],
    [4, 'Chapter 13', 'head of the web page: chapter'],
    [18, '[1]', call],
    [20, '[2]', call],
    [20, '[3]', call],
    [22, '[4]', call],
    [24, '[5]', call],
    [27, '[6]', call],
    [30, '[7]', call],
    [45, '[8]', call],
    [45, '[9]', call],
    [47, '[10]', call],
    [49, '[11]', call],
    [53, '[12]', call],
    [53, '[13]', call],
    [53, '[14]', call],
    [58, '[1]', note],
    [60, '[2]', note],
    [62, '[3]', note],
    [64, '[4]', note],
    [66, '[5]', note],
    [68, '[6]', note],
    [70, '[7]', note],
    [72, '[8]', note],
    [74, '[9]', note],
    [76, '[10]', note],
    [78, '[11]', note],
    [80, '[12]', note],
    [82, '[13]', note],
    [84, '[14]', note],
    [86, 'Contents | next excerpt', 'navigation of the web page'],
    [88, 'Last updated on 23 January 2021', 'date of the web page'],
  ],
};

/** Lines that end in a hyphen. Each divides a compound, which is two words: no word runs on into the next line. */
export const dividedCompounds: Record<string, [line: number, compound: string][]> = {
  'strong-1934': [
    [108, 'would-be'],
    [161, 'throne-room'],
    [239, 'self-expression'],
    [319, 'farm-hands'],
    [571, 'pro-Soviet'],
    [1674, 'snow-burned'],
  ],
  'james-1937-13': [],
};

export function witnessLines(id: string): string[] {
  return readFileSync(`content/sources/${id}/witness.txt`, 'utf8').split('\n');
}

/**
 * The words of a witness without its furniture.
 * @throws when a line of the table does not hold exactly once what the table says.
 */
export function witnessText(id: string): string {
  const lines = witnessLines(id);
  for (const [number, stands, why] of furniture[id] ?? []) {
    const parts = (lines[number - 1] ?? '').split(stands);
    if (parts.length !== 2) throw new Error(`${id}, line ${String(number)} does not hold “${stands}” once.`);
    const isNote = why === call || why === note;
    lines[number - 1] = parts.join(isNote ? stands.replace(/\d+|\[\d+\]/, '') : '');
  }
  return lines.join('\n');
}

/** As readers type: small letters without accents, apostrophes, points in abbreviations and commas in numbers. */
export function asTyped(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/(?<=[a-z])['’‘](?=[a-z])/g, '')
    .replace(/(?<=\d),(?=\d\d\d)/g, '')
    .replace(/\b(?:[a-z]\.)+[a-z]\b/g, (letters) => letters.replaceAll('.', ''));
}

/** How often each word stands in a witness; hyphens and dashes divide words. */
export function witnessCounts(id: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const [word] of asTyped(witnessText(id)).matchAll(/[a-z0-9]+/g))
    counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}
