/**
 * Russian names in other letters. A name in Cyrillic has one spelling, in Latin letters dozens:
 * Каганович is Kaganovich, Kaganovič, Kaganowitsch, Kaganovitch. All are brought to one skeleton.
 */

const cyrillic = new Map(
  (
    'а a б b в v г g ґ g д d е e є e ж s з s и i і i ї i к k л l м m н n о o п p р r с s т t у u ф f х x ц c ' +
    'ч c ш s щ sc ы i э e ю iu я ia'
  )
    .split(' ')
    .flatMap((letter, index, all) => (index % 2 === 0 ? [[letter, all[index + 1] ?? ''] as const] : [])),
);

/** What is written for one sound in English, French, German, Polish and in scholarly works; the longer first. */
const sounds: [RegExp, string][] = [
  [/schtsch|shch|chtch|stch/g, 'sc'],
  [/dsch|dzh|dj|^j(?=d)/g, 'dz'],
  [/tsch|tch|tsh|ts|tz|cz/g, 'c'],
  [/kh/g, 'x'],
  [/sch|sh|zh|z/g, 's'],
  [/ou/g, 'u'],
  [/w/g, 'v'],
  [/(?<=[eo])f+$/, 'v'],
  [/(?<=[aiou]n)e$/, ''],
];
/** Letters that are written for several sounds. */
const ambiguous: [RegExp, string[]][] = [
  [/x/g, ['x', 'ks']],
  [/ch/g, ['c', 's', 'x']],
  [/h/g, ['x']],
];
const longest = 24;

/** What a word in Latin or Cyrillic letters, folded, may be in one way of writing. */
export function skeletons(word: string, shortest = 4): string[] {
  if (word.length < shortest || word.length > longest || !/^\p{L}+$/u.test(word)) return [];
  if (isCyrillic(word)) return [even(word.replace(/./gu, (letter) => cyrillic.get(letter) ?? ''))];
  let found = [word];
  for (const [pattern, one] of sounds) found = found.map((text) => text.replace(pattern, one));
  for (const [pattern, several] of ambiguous)
    found = [...new Set(found.flatMap((text) => several.map((one) => text.replace(pattern, one))))];
  return found.map(even);
}

/** What differs among scholarly ways of writing: Trotskii, Trotskij, Trotsky; Zinovʹev, Zinovyev. */
function even(text: string): string {
  return text
    .replace(/[yij]+/g, 'i')
    .replace(/i(?=e)/g, '')
    .replace(/ts/g, 'c')
    .replace(/d[sz]/g, 's')
    .replace(/(.)\1+/g, '$1');
}

export function isCyrillic(word: string): boolean {
  return /^\p{Script=Cyrillic}+$/u.test(word);
}

const cases =
  /(?<=^.{3,})(?:(?:ов|ев|ьев)?(?:ыми|ими|ами|ями|ого|его|ому|ему|иях|иям|иеи|ием|ых|их|ым|им|ах|ях|ам|ям|ом|ем|ои|еи|ою|ею|ую|юю|ая|яя|ое|ее|ые|ие|ии|ыи|ия|ию|а|я|о|е|ы|и|у|ю|ь)|ов|ев|ьев)$/u;

/** A Russian word, folded, without its ending, the same in all cases: `троцк` for Троцкий and Троцкого. */
export function russianStem(word: string): string {
  return word
    .replace(cases, '')
    .replace(/[ое]к$/u, 'к')
    .replace(/ь$/u, '');
}
