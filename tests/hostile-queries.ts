/** Queries that attack, by what they attack with. */

const script = '<script>window.searchBroken = true</script>';
const image = '"><img src=x onerror="window.searchBroken = true"><svg onload="window.searchBroken = true">';

/** Each short enough for an address. */
export const hostileQueries: Record<string, string> = {
  markup: `${script} ${image} kulak`,
  'entities and addresses': '&lt;b&gt; &#x3c;kulak javascript:alert(1) data:text/html,<b>kulak</b>',
  'templates and statements': "${7*7} {{constructor.constructor('x')()}} '; DROP TABLE kulak; -- %00 %s %n",
  'names of the language': '__proto__ constructor toString hasOwnProperty valueOf',
  'a regular expression': '(a+)+$ (.*)*[a-z (?:kulak|k|ku)+! \\p{L} [^] {99999} $& $1 \\',
  'open brackets and quotation marks': '((((((([[[[{{{{"“„«‘"""“““«««kulak',
  'operators alone': 'NOT OR AND - | "" -"" * ~ ~99 "a b"~999999999 -- OR OR NOT NOT',
  'right-to-left text': '\u202Ekaluk\u202C \u2067שלום kulak\u2069 العربية ‏kulak‎ \u061C',
  'control characters': '\u0000\u0001\u0007\u0008\u001B[31mkulak\u007F\u0085\u009F\u2028\u2029\uFEFF',
  'characters without width': `k${'\u200B\u200D\u2060\u00AD'.repeat(30)}ulak`,
  'a pile of accents': `kulak${'\u0301\u0323\u0489'.repeat(100)} ${'\u0300'.repeat(50)}`,
  'emoji and what is no character': '🙂👩‍👩‍👧🏽\u{10FFFF} \u{E0041} 𝕜𝕦𝕝𝕒𝕜 ①②③ Ⅷ ﷽ ﬀﬃ ß İı',
  'numbers and abbreviations without end': `${'1,234,'.repeat(30)} ${'A.'.repeat(60)} ${'1 '.repeat(40)}`,
  'names without end': 'КПСС ВКП(б) ЦК Сталин '.repeat(20),
};

const length = 100_000;
const fill = (text: string): string => text.repeat(Math.ceil(length / text.length)).slice(0, length);

/** Each of 100,000 characters. */
export const hugeQueries: Record<string, string> = {
  'one letter': fill('a'),
  words: fill('collective farm '),
  'quotation marks': fill('"“„«'),
  phrases: fill('"a b" OR '),
  'single letters': fill('a '),
  digits: fill('1,'),
  points: fill('A.'),
  hyphens: fill('a-'),
  'white space': `${fill(' ')}kulak${fill('\t')}`,
  accents: `a${fill('\u0301')}`,
  signs: fill('*~|-'),
  markup: fill(image),
  endings: fill('inged'),
  'letters of many sounds': fill('chxh'),
};
