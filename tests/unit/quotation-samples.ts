/** Quotations of real sources, whole, damaged and false, drawn by a seed. */
import type { Hand } from '../../src/edition/model.ts';
import { tokens } from '../../src/edition/normalise.ts';
import type { SourceWords } from '../../src/search/source-words.ts';

/** Words of one hand that a quotation may be taken from. */
export interface Body {
  sourceId: string;
  hand: Hand;
  words: string;
  /** Where each paragraph, or the one note, begins. */
  blocks: { id: string; at: number }[];
}

export function bodiesOf(sources: readonly SourceWords[]): Body[] {
  return sources.flatMap(({ id: sourceId, paragraphs, notes }): Body[] => {
    let at = 0;
    const blocks = paragraphs.map(({ id, words }) => {
      const block = { id, at };
      at += words.length + 2;
      return block;
    });
    return [
      { sourceId, hand: 'author', words: paragraphs.map(({ words }) => words).join('\n\n'), blocks },
      ...notes.map(({ id, hand, words }): Body => ({ sourceId, hand, words, blocks: [{ id, at: 0 }] })),
    ];
  });
}

export interface Sample {
  body: Body;
  /** The words as they stand. */
  words: string;
  /** Ids of the paragraphs that they touch, or of the note. */
  blocks: string[];
}

/** A stretch of at least and about at most so many words. Three in ten are from notes. */
export function sample(bodies: readonly Body[], next: () => number, least = 3, most = 120): Sample {
  const isNote = next() < 0.3;
  const among = bodies.filter(
    ({ hand, words }) => (hand !== 'author') === isNote && tokens(words).length >= least,
  );
  const total = among.reduce((sum, { words }) => sum + words.length, 0);
  let point = next() * total;
  const body = among.find(({ words }) => (point -= words.length) < 0) ?? among[0];
  if (!body) throw new Error('No text is so long.');
  const places = tokens(body.words);
  const length = Math.min(places.length, Math.round(least * (most / least) ** next()));
  const first = Math.floor(next() * (places.length - length + 1));
  const start = places[first]?.start ?? 0;
  const end = places[first + length - 1]?.end ?? 0;
  const blocks = body.blocks.filter(
    ({ at }, index) => at < end && (body.blocks[index + 1]?.at ?? Infinity) > start,
  );
  return { body, words: body.words.slice(start, end), blocks: blocks.map(({ id }) => id) };
}

type Damage = (text: string, next: () => number) => string;

/** Changes about every `rate`-th word, at least one; never the last. */
function everyNth(rate: number, change: (word: string, next: () => number) => string): Damage {
  return (text, next) => {
    const words = text.split(' ');
    const times = Math.max(1, Math.round(words.length / rate));
    for (let time = 0; time < times; time += 1) {
      const at = Math.floor(next() * (words.length - 1));
      words[at] = change(words[at] ?? '', next);
    }
    return words.filter((word) => word !== '').join(' ');
  };
}

function misspell(word: string, next: () => number): string {
  if (!/^\p{L}{5,}/u.test(word)) return word;
  const changes = [
    () => word.replace(/our/, 'or').replace(/or(?!.)/, 'our'),
    () => word.replace(/is(e|ing|ation)/, 'iz$1').replace(/iz(e|ing|ation)/, 'is$1'),
    () => word.slice(0, 3) + (word[4] ?? '') + (word[3] ?? '') + word.slice(5),
    () => word.slice(0, 2) + (word[2] ?? '') + word.slice(2),
    () => word.slice(0, 3) + word.slice(4),
  ];
  return changes[Math.floor(next() * changes.length)]?.() ?? word;
}

const strange = ['certainly', 'whole', 'indeed', 'great', 'quite', 'former', 'several', 'perhaps'];
const pick = <T>(list: readonly T[], next: () => number): T => list[Math.floor(next() * list.length)] as T;

export const damages: Record<string, Damage> = {
  'words dropped': everyNth(14, () => ''),
  'words changed': everyNth(14, (_, next) => pick(strange, next)),
  'words added': everyNth(14, (word, next) => `${word} ${pick(strange, next)}`),
  misspelled: everyNth(8, misspell),
  'straight marks': (text) => text.replace(/[“”]/g, '"').replace(/[‘’]/g, "'").replace(/[—–-]/g, ' -- '),
  'other capitals and points': (text, next) =>
    next() < 0.5 ? text.toUpperCase() : text.replace(/[,;.:]/g, ''),
  ellipsis: (text, next) => {
    const words = text.split(' ');
    if (words.length < 10) return text;
    const from = 4 + Math.floor(next() * (words.length / 4));
    const to = Math.max(from + 1, words.length - 4 - Math.floor(next() * (words.length / 4)));
    return [
      ...words.slice(0, from),
      pick(['…', '...', '. . .', '[…]', '[...]'], next),
      ...words.slice(to),
    ].join(' ');
  },
  'paragraphs joined': (text) => text.replace(/\s+/g, ' '),
  'words in brackets': everyNth(20, (word) => `${word} [sic]`),
  'note calls': everyNth(20, (word, next) => word + pick(['[2]', '²', ' [T3]', '[12]'], next)),
  'divided at line ends': everyNth(10, (word) =>
    /^\p{Ll}{6,}/u.test(word) ? `${word.slice(0, 3)}-\n${word.slice(3)}` : word,
  ),
  'a citation after it': (text) =>
    `“${text}”\n\nAnna Louise Strong, “Dictatorship and Democracy in the Soviet Union,” 1934, ¶ 12, https://edition.example.org/sources/strong-1934/#p12`,
};

/** Words of a sentence in another order. */
export function shuffled(text: string, next: () => number): string {
  const words = tokens(text).map(({ token }) => token);
  for (let at = words.length - 1; at > 0; at -= 1) {
    const other = Math.floor(next() * (at + 1));
    [words[at], words[other]] = [words[other] ?? '', words[at] ?? ''];
  }
  return words.join(' ');
}

/** Words in which each pair of neighbours stands in some text, but no `longest` words in a row do. */
export function salad(bodies: readonly Body[], next: () => number, length: number, longest = 8): string {
  const streams = bodies.map(({ words }) => tokens(words).map(({ token }) => token));
  const followers = new Map<string, string[]>();
  for (const stream of streams)
    stream.forEach((word, at) => {
      const after = stream[at + 1];
      if (after !== undefined) followers.set(word, [...(followers.get(word) ?? []), after]);
    });
  const all = streams.map((stream) => ` ${stream.join(' ')} `);
  const made: string[] = [];
  while (made.length < length) {
    const choice = followers.get(made.at(-1) ?? '');
    const word = choice ? pick(choice, next) : pick(streams[0] ?? [], next);
    const run = [...made.slice(1 - longest), word];
    const isCopied = run.length === longest && all.some((text) => text.includes(` ${run.join(' ')} `));
    made.push(isCopied ? pick(streams[0] ?? [], next) : word);
  }
  return made.join(' ');
}
