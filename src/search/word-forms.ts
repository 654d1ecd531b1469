/**
 * Whether two English words look like forms of one. The index finds by stems and by beginnings, and
 * falls back to shorter beginnings when it knows no word, so what it finds needs a second look.
 */
const endings = new Set(
  (
    's es d ed r er ers or ors ing ings n en ly y ies ied ier iers iest ee ees e ion ions ation ations ational ator ators ment ments mental al als ally ' +
    'ive ives ively ist ists istic ism isms ise ises ised iser isers ising isation isations able ably ible ness ful less ity ities ian ians ic ics ical ically ance ence ant ent'
  ).split(' '),
);

/** `planning` and `plans`, `country` and `countries`, `organise` and `organization`; not `always` and `a`. */
export function isOtherForm(one: string, other: string): boolean {
  // Words in -ise and -ize are one word in two spellings.
  const [a, b] = [one.replaceAll('z', 's'), other.replaceAll('z', 's')];
  let shared = 0;
  while (shared < a.length && a[shared] === b[shared]) shared += 1;
  for (let stem = shared; stem >= Math.max(3, shared - 2); stem -= 1) {
    if (isEnding(a, stem) && isEnding(b, stem)) return true;
  }
  return false;
}

/** The shortest beginning that every other form of a word shares with it, but for s and z. */
export function shortestStem(word: string): string {
  const spelled = word.replaceAll('z', 's');
  for (let stem = 3; stem < word.length; stem += 1) if (isEnding(spelled, stem)) return word.slice(0, stem);
  return word;
}

/** Whether the rest of a word after its stem is an ending, the last consonant doubled or not. */
function isEnding(word: string, stem: number): boolean {
  const rest = word.slice(stem);
  return rest === '' || endings.has(rest) || (rest[0] === word[stem - 1] && endings.has(rest.slice(1)));
}

/** Words that stand everywhere: marked only beside another word of the query, unless nothing else is asked. */
export const functionWords = new Set(
  'a an and are as at be but by for from had has have he her his i if in is it its no not of on or she so that the their they this to was we were which with'.split(
    ' ',
  ),
);
