/** Numbers as citations write them. */

/** The smaller number first; the second of `169–70` is 170; no zeros before. */
export function ordered(from: string, to: string): { from: string; to: string } {
  const isShort = /^\d+$/.test(from + to) && to.length < from.length && Number(from) >= 100;
  const first = plain(from);
  const second = plain(isShort ? from.slice(0, from.length - to.length) + to : to);
  return Number.parseInt(second) < Number.parseInt(first)
    ? { from: second, to: first }
    : { from: first, to: second };
}

/** `012A` is the number 12a. */
function plain(number: string): string {
  return number.toLowerCase().replace(/^0+(?=\d)/, '');
}

/** A Roman number below 400 in Arabic digits; other words as they are. */
export function arabic(word: string): string {
  if (!/^[ivxlc]+$/i.test(word)) return word;
  const values: Record<string, number> = { i: 1, v: 5, x: 10, l: 50, c: 100 };
  const digits = [...word.toLowerCase()].map((letter) => values[letter] ?? 0);
  return String(
    digits.reduce((sum, digit, index) => sum + (digit < (digits[index + 1] ?? 0) ? -digit : digit), 0),
  );
}

/** Whether a number may be the year of a source, perhaps with a letter. */
export function isYear(number: string): boolean {
  return /^(?:1[5-9]|20)\d\d[a-z]?$/.test(number);
}

/** Whether a page is among those of a text, as its record has them: `169–179` or `3–5, 9`. */
export function isAmong(page: string, pages: string): boolean {
  const asked = Number.parseInt(page);
  return pages.split(/[,;]/).some((part) => {
    const [first, last = first] = part.match(/\d+/g) ?? [];
    if (first === undefined || last === undefined) return false;
    const { from, to } = ordered(first, last);
    return Number(from) <= asked && asked <= Number(to);
  });
}
