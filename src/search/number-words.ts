/** Numbers in digits and in words: a reader looks for 12 years, 90 per cent or the 17th congress. */

const units =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const tens = '- - twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const ordinals =
  '- first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth'.split(
    ' ',
  );

/** The same number in the other way of writing, folded as `tokens` folds; none where nobody would write it so. */
export function otherNumbers(word: string): string[] {
  const digits = /^(\d{1,9})(st|nd|rd|th)?$/.exec(word);
  if (digits?.[2] !== undefined) return [digits[1] ?? '', ordinals[Number(digits[1])] ?? ''].filter(Boolean);
  if (digits) {
    const number = Number(digits[1]);
    const inWords = cardinal(number);
    const millions = number >= 1e6 && number % 1e6 === 0 ? `${String(number / 1e6)} million` : '';
    return [inWords ?? '', millions].filter(Boolean);
  }
  const found = [units.indexOf(word), tens.indexOf(word) * 10].find((number) => number > 1);
  const rank = ordinals.indexOf(word);
  return [found === undefined ? '' : String(found), rank > 2 ? `${String(rank)}th` : ''].filter(Boolean);
}

/** Up to a thousand, and whole thousands and millions; of 160 the words `hundred and sixty`. */
function cardinal(number: number): string | undefined {
  if (number < 2) return undefined;
  if (number < 20) return units[number];
  if (number < 100)
    return [tens[Math.trunc(number / 10)], number % 10 > 0 ? units[number % 10] : '']
      .filter(Boolean)
      .join(' ');
  if (number < 1000) {
    const [hundreds, rest] = [Math.trunc(number / 100), number % 100];
    const words = `${hundreds === 1 ? '' : `${units[hundreds] ?? ''} `}hundred`;
    return rest === 0 ? words : `${words} and ${cardinal(rest) ?? 'one'}`;
  }
  for (const [size, name] of [
    [1e6, 'million'],
    [1e3, 'thousand'],
  ] as const) {
    if (number >= size)
      return number % size === 0 ? `${cardinal(number / size) ?? 'one'} ${name}` : undefined;
  }
  return undefined;
}
