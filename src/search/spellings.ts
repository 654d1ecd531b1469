/** British, American and older spellings of one English word. */

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
  [/(?<=[bt])re(?=$|s$|d$)/, 'er', /(?<=[bt])er(?=$|s$|ed$)/, 're'],
  [/(?<=[fp])ence(?=$|s$|less$)/, 'ense', /(?<=[fp])ense(?=$|s$|less$)/, 'ence'],
  [/(?<=[aeiou])ll(?=ed$|ing$|ers?$|ors?$|ations?$)/, 'l', /(?<=[aeiou])l(?=ed$|ing$|ers?$|ors?$)/, 'll'],
  [/ogue(?=$|s$)/, 'og', /og(?=$|s$)/, 'ogue'],
  [/gramme(?=$|s$)/, 'gram', /gram(?=$|s$)/, 'gramme'],
  [/^(?:tz|cz)ar/, 'tsar', /^tsar/, 'czar'],
  [/^en(?=quir)/, 'in', /^in(?=quir)/, 'en'],
  [/maneuver/, 'manoeuvre', /manoeuvre/, 'maneuver'],
  [/manoeuvring/, 'maneuvering', /maneuvering/, 'manoeuvring'],
  [/^co(?=operat|ordinat)/, 'co ', /^reelect/, 're elect'],
  [/xion(?=$|s$)/, 'ction', /(?<=[ne])ction(?=$|s$)/, 'xion'],
];

/** Single words, each in its spellings; one of two words is written with a space. */
const lists = [
  'grey gray',
  'greys grays',
  'plough plow',
  'ploughs plows',
  'ploughed plowed',
  'ploughing plowing',
  'sceptic skeptic',
  'sceptical skeptical',
  'rouble ruble',
  'roubles rubles',
  'gaol jail',
  'employee employe',
  'employees employes',
  'show shew',
  'shown shewn',
  'connexion connection',
].map((list) => list.split(' '));
const divided = [
  'to day|today',
  'to morrow|tomorrow',
  'to night|tonight',
  'per cent|percent',
  'any one|anyone',
  'some one|someone',
  'every one|everyone',
].map((pair) => pair.split('|'));

/** The other spellings of a word, folded as `tokens` folds; two words have a space between them. */
export function otherSpellings(word: string): string[] {
  const found = new Set<string>();
  for (const [one, other, back, again] of pairs) {
    found.add(word.replace(one, other));
    found.add(word.replace(back, again));
  }
  for (const list of [...lists, ...divided]) if (list.includes(word)) for (const one of list) found.add(one);
  found.delete(word);
  return [...found];
}

/** Two words as one, where they are written so too: `co-operation`, `to-day`. */
export function joinedSpelling([one = '', other = '']: readonly string[]): string | undefined {
  const isPrefix =
    (one === 'co' && /^(?:operat|ordinat)/.test(other)) || (one === 're' && other.startsWith('elect'));
  if (isPrefix) return one + other;
  return divided.find(([two]) => two === `${one} ${other}`)?.[1];
}
