/**
 * Text as the index takes it. Pagefind cuts words at white space alone and lets a free-standing dash
 * stand for a word, which breaks phrases. So its copy of a text has white space exactly between what
 * `normalise.ts` calls words, and a mark without width tells what was there before.
 */
import { tokens } from './normalise.ts';

/** Word joiner. Alone it stands for a space; with a space, for nothing; twice, for itself. */
const joiner = '\u2060';

/** A text with one run of white space between any two words. */
export function prepare(text: string): string {
  const words = tokens(text);
  let prepared = '';
  let end = 0;
  words.forEach((word, index) => {
    prepared += between(text.slice(end, word.start), index === 0 ? 'head' : 'middle') + escape(text.slice(word.start, word.end));
    end = word.end;
  });
  return prepared + between(text.slice(end), words.length === 0 ? 'only' : 'tail');
}

/** The original of a prepared text. */
export function restore(prepared: string): string {
  return prepared.replace(/\u2060([\u2060 ]?)/g, (_, next: string) => (next === '' ? ' ' : next === joiner ? joiner : ''));
}

/** What stands beside the words: the last white space between two words divides them, no other does. */
function between(gap: string, place: 'head' | 'middle' | 'tail' | 'only'): string {
  if (place === 'only') return escape(gap);
  const spaces = [...gap.matchAll(/\s+/g)];
  const divider = place === 'middle' ? spaces.pop() : undefined;
  let glued = '';
  let end = 0;
  for (const space of spaces) {
    const next = gap[space.index + space[0].length];
    // Only a plain space comes back as it was; other white space may divide here.
    const isPlain = space[0] === ' ' && next !== joiner;
    glued += escape(gap.slice(end, space.index)) + (isPlain ? joiner : space[0]);
    end = space.index + space[0].length;
  }
  return glued + escape(gap.slice(end)) + (place === 'middle' && !divider ? `${joiner} ` : '');
}

function escape(text: string): string {
  return text.replaceAll(joiner, joiner + joiner);
}
