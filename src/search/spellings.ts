/** British, American and older spellings of one English word. */
import { otherNumbers } from './number-words.ts';

/** Pairs of endings or parts; what stands in one spelling is replaced by the other, both ways. */
const pairs: [RegExp, string, RegExp, string][] = [
  [
    /our(?=$|s$|ed$|ing$|ers?$|ites?$|abl[ey]$|hoods?$|ful$|less$|al$|ly$|ism$)/,
    'or',
    /or(?=$|s$|ed$|ing$|ers?$|ites?$|abl[ey]$|hoods?$|ful$|less$|al$|ly$|ism$)/,
    'our',
  ],
  [
    /is(?=e[drs]?$|ers$|ing$|ations?$|ational$|able$)/,
    'iz',
    /iz(?=e[drs]?$|ers$|ing$|ations?$|ational$|able$)/,
    'is',
  ],
  [/ys(?=e[drs]?$|ing$)/, 'yz', /yz(?=e[drs]?$|ing$)/, 'ys'],
  [/(?<=[bt]|^meag)re(?=$|s$|d$)/, 'er', /(?<=[bt]|^meag)er(?=$|s$|ed$)/, 're'],
  [/(?<=[fp]|pret)enc(?=es?$|eless$|ive)/, 'ens', /(?<=[fp]|pret)ens(?=es?$|eless$|ive)/, 'enc'],
  [/(?<=^practi)c(?=e[ds]?$|ing$)/, 's', /(?<=^practi)s(?=e[ds]?$|ing$)/, 'c'],
  [/(?<=dg)ement/, 'ment', /(?<=dg)ment/, 'ement'],
  [/lfil(?=$|s$|ment)/, 'lfill', /lfill/, 'lfil'],
  [/ae(?=val|stet)/, 'e', /(?<=^medi|^prim)e(?=val)|^e(?=sthet)/, 'ae'],
  [/(?<=[aeiou])ll(?=ed$|ing$|ers?$|ors?$|ations?$)/, 'l', /(?<=[aeiou])l(?=ed$|ing$|ers?$|ors?$)/, 'll'],
  [/ogue(?=$|s$)/, 'og', /og(?=$|s$)/, 'ogue'],
  [/gramme(?=$|s$)/, 'gram', /gram(?=$|s$)/, 'gramme'],
  [/^(?:tz|cz)ar/, 'tsar', /^tsar/, 'czar'],
  [/^en(?=quir)/, 'in', /^in(?=quir)/, 'en'],
  [/maneuver/, 'manoeuvre', /manoeuvre/, 'maneuver'],
  [/manoeuvring/, 'maneuvering', /maneuvering/, 'manoeuvring'],
  [/^co(?=operat|ordinat)/, 'co ', /^re(?=elect|open|establish|introduc|writ|wrote)/, 're '],
  [/(?<=^\w{3,})(?=(?:wide|bound|time)$)/, ' ', /-/, '-'],
  [/xion(?=$|s$)/, 'ction', /(?<=[ne])ction(?=$|s$)/, 'xion'],
];

/** Single words, each in its spellings; one of two words is written with a space. */
const lists = [
  'grey gray',
  'greys grays',
  'greyed grayed',
  'greying graying',
  'plough plow',
  'ploughs plows',
  'ploughed plowed',
  'ploughing plowing',
  'sceptic skeptic',
  'sceptical skeptical',
  'rouble ruble',
  'roubles rubles',
  'gaol jail',
  'employee employe emploe',
  'employees employes emploes',
  'show shew',
  'shown shewn',
  'bazaar bazar',
  'tons tonnes',
  'railway railroad',
  'railways railroads',
  'jan january',
  'feb february',
  'apr april',
  'aug august',
  'sep sept september',
  'oct october',
  'nov november',
  'dec december',
].map((list) => list.split(' '));
const divided = [
  'to day|today',
  'to morrow|tomorrow',
  'to night|tonight',
  'per cent|percent',
  'any one|anyone',
  'some one|someone',
  'every one|everyone',
  'for ever|forever',
  'a m|am',
  'p m|pm',
  'net work|network',
  'net works|networks',
  'live stock|livestock',
  'book keeping|bookkeeping',
  'farm hand|farmhand',
  'farm hands|farmhands',
  'business man|businessman',
  'business men|businessmen',
  'railway men|railwaymen',
  'cross roads|crossroads',
].map((pair) => pair.split('|'));

/** The other spellings of a word, folded as `tokens` folds; two words have a space between them. */
export function otherSpellings(word: string): string[] {
  const found = new Set<string>();
  for (const [one, other, back, again] of pairs) {
    found.add(word.replace(one, other));
    found.add(word.replace(back, again));
  }
  for (const list of [...lists, ...divided]) if (list.includes(word)) for (const one of list) found.add(one);
  for (const number of otherNumbers(word)) found.add(number);
  found.delete(word);
  return [...found];
}

/**
 * Several words as one, where they are written so too: `co-operation`, `to-day`, `G. P. U.`, `55 000`.
 * @param isHyphened whether hyphens stand between them.
 */
export function joinedSpelling(words: readonly string[], isHyphened = false): string | undefined {
  const [one = '', other = ''] = words;
  const together = words.join('');
  if (words.length > 1 && words.every((word) => /^\p{L}$/u.test(word))) return together;
  if (words.length > 1 && words.every((word, index) => (index === 0 ? /^\d{1,3}$/ : /^\d{3}$/).test(word)))
    return together;
  if (words.length !== 2) return undefined;
  if (isHyphened && /^\d{4}$/.test(one) && /^\d\d$/.test(other)) return `${one} ${one.slice(0, 2)}${other}`;
  if (isHyphened) return together;
  if (/^\d{1,3}$/.test(one) && other === 'thousand') return `${one}000`;
  const isPrefix =
    (one === 'co' && /^(?:operat|ordinat)/.test(other)) || (one === 're' && other.startsWith('elect'));
  if (isPrefix) return together;
  return divided.find(([two]) => two === `${one} ${other}`)?.[1];
}
