/**
 * Whether two English words are forms of one. The index finds by stems and by beginnings, and falls
 * back to shorter beginnings when it knows no word, so what it finds needs a second look.
 */
import { irregular, irregularOf, isWholeWord } from './irregular-forms.ts';

/**
 * An ending, what stands in its place in a simpler word, and the least length of that word: `ies y`
 * makes `countries` of `country`, `ation e 5` makes `organisation` of `organise`. Only inflections and
 * near derivations: not social and socialism, state and station, general and generation.
 */
const rules = (
  's||3 ies|y|4 ied|y|4 ier|y|4 iest|y|4 ily|y|4 es||3 ed||3 ed|e|3 ing||3 ing|e|3 er||3 er|e|4 est||3 est|e|4 ' +
  'ee||5 ly||4 lly|ll|4 bly|ble|6 simply|simple|6 ness||4 ful||3 less||3 able||4 able|e|4 iness|y|4 oval|ove|6 ural|ure|7 ' +
  'ment||4 gment|ge|5 mental|ment|8 ation||5 ation|e|5 ation|ate|5 ator|ate|6 ative|ate|6 ional|ion|6 ' +
  'uction|uce|6 ulsion|el|5 osition|ose|6 ision|ide|6 usion|ude|6 ension|end|6 ution|ute|7 otion|ote|6 ervision|ervise|9 ' +
  'ance||5 ance|ant|6 ance|e|6 ant||5 ence||5 ence|ent|6 ence|e|6 ent||5 ancy|ant|5 ency|ent|5 ' +
  'ist||9 ite||9 ism|ist|5 istic|ist|6 ically|ic|5 ical|ic|5 ic|y|7 ian|y|7 ry||7 onary|on|8 entary|ent|7 ' +
  'cracy|crat|6 cratic|crat|6 cratically|crat|6 cratise|crat|8 ariat|arian|8'
)
  .split(' ')
  .map((rule) => {
    const [ending = '', instead = '', least = ''] = rule.split('|');
    return { ending, instead, least: Number(least) };
  });

/** Words that only look like another with an ending. */
const whole = new Set(
  (
    'banner better bitter border center corner counter cover former latter letter manner master matter number ' +
    'offer order other inner meter supper paper power proper summer temper tower later ' +
    'considerable commission department dictator evening forest functionary goods important modest morning news ' +
    'president rational secretary united early family import during being litter experiment engineer conviction procession regimented federation foundation'
  ).split(' '),
);

/** `planning` and `plans`, `country` and `countries`, `wrote` and `write`; not `part` and `party`. */
export function isOtherForm(one: string, other: string): boolean {
  if (one.slice(0, 2) !== other.slice(0, 2) && !isWholeWord(one) && !isWholeWord(other)) return false;
  const simple = simplerWords(other);
  for (const word of simplerWords(one)) if (simple.has(word)) return true;
  return false;
}

/** The first two letters of all that may be a form of a word. */
export function startsOf(word: string): string[] {
  const simpler = [word, ...simplerWords(word)];
  return [...new Set(simpler.flatMap((one) => [one.slice(0, 2), ...(irregularStarts().get(one) ?? [])]))];
}

let startsBySimpler: ReadonlyMap<string, ReadonlySet<string>> | undefined;

/** For what the forms of the table may be forms of, how these begin: `going` and `went` meet in `goe`. */
function irregularStarts(): ReadonlyMap<string, ReadonlySet<string>> {
  if (startsBySimpler) return startsBySimpler;
  const starts = new Map<string, Set<string>>();
  for (const forms of irregular) {
    for (const simpler of forms.flatMap((form) => [...simplerWords(form)])) {
      const known = starts.get(simpler) ?? new Set();
      for (const form of forms) known.add(form.slice(0, 2));
      starts.set(simpler, known);
    }
  }
  startsBySimpler = starts;
  return starts;
}

/** No English word has so many letters; what is longer is looked at as it is. */
const longest = 40;
const known = new Map<string, ReadonlySet<string>>();

/** A word and all that it may be a form of. Those that do not exist do no harm: two words must share one. */
function simplerWords(word: string): ReadonlySet<string> {
  const before = known.get(word);
  if (before) return before;
  // Words in -ise and -ize are one word in two spellings.
  const found = new Set([word.replace(/z(?=e|i|a)/g, 's')]);
  for (const one of word.length > longest ? [] : found) {
    if (!whole.has(one)) for (const simpler of simplerOnce(one)) found.add(simpler);
    for (const same of irregularOf(one)) found.add(same);
  }
  if (known.size > 20_000) known.clear();
  known.set(word, found);
  return found;
}

function simplerOnce(word: string): string[] {
  const found: string[] = [];
  for (const { ending, instead, least } of rules) {
    if (!word.endsWith(ending)) continue;
    const rest = word.slice(0, -ending.length);
    const simpler = rest + instead;
    if (simpler.length < least || !/[aeiouy]/.test(rest)) continue;
    if (ending === 's' && /[sui]$/.test(rest)) continue;
    if (ending === 'es' && !/(?:[sxzo]|[cs]h)$/.test(rest)) continue;
    found.push(simpler);
    // The last consonant is doubled before some endings.
    if (instead === '' && /^(?:ed|ing|er|est)$/.test(ending) && /([bdfglmnprt])\1$/.test(rest))
      found.push(rest.slice(0, -1));
  }
  // `direction` and `director` of `direct`, not `portion` of `port`.
  const noun =
    /^(\w{3,}(?:ct|ss|pt|it))(?:ion|or)$/.exec(word)?.[1] ?? /^(\w{3,}(?:st|rn))or$/.exec(word)?.[1];
  if (noun !== undefined && noun.length > 4) found.push(noun);
  return found;
}

/**
 * What the index must be asked for besides a word to find all its forms, since it stems them apart:
 * `write` for `wrote`, `bureaucrat` for `bureaucracy`.
 */
export function formsStemmedApart(word: string): string[] {
  const simpler = [word, ...simplerOnce(word)];
  const found = new Set(simpler.flatMap(irregularOf));
  for (const one of simpler) {
    for (const [ending = '', other = ''] of stemmedApart)
      if (one.endsWith(ending) && one.length > ending.length + 1)
        found.add(one.slice(0, -ending.length) + other);
  }
  const base = /^(\w{3,}?)(?:e?rs?|ors?|est|less|ly|mental)$/.exec(word)?.[1];
  if (base !== undefined && !whole.has(word.replace(/s$/, ''))) found.add(base);
  found.delete(word);
  return [...found];
}

const stemmedApart = (
  'ist|ism ism|ist cracy|crat crat|cracy cratic|cracy ionary|ion uction|uce ulsion|el pel|pulsion ision|ide usion|ude ension|end ence|ent ance|ant ory|or orian|or omy|om ' +
  'osition|ose ariat|arian arian|ariat antry|ant'
)
  .split(' ')
  .map((line) => line.split('|'));

/** Words that stand everywhere: marked only beside another word of the query, unless nothing else is asked. */
export const functionWords = new Set(
  'a an and are as at be but by for from had has have he her his i if in is it its no not of on or she so that the their they this to was we were which with'.split(
    ' ',
  ),
);
