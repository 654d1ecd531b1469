/**
 * Text as the index takes it. Pagefind cuts words at white space alone, lets a free-standing dash
 * stand for a word, which breaks phrases, and makes every white space a plain space. So its copy of a
 * text has one space between any two of what `normalise.ts` calls words, no other white space, and
 * marks from which the original is made again.
 */
import { tokens } from '../edition/normalise.ts';

/**
 * Word joiner, the first character of every mark: with a space it stands for nothing, twice for
 * itself, with the n-th private character for the n-th white space.
 */
const joiner = '\u2060';
const firstCode = 0xe000;
const whiteSpace =
  ' \n\u00A0\t\r\v\f\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u2028\u2029\u202F\u205F\u3000\uFEFF\u0085';

/** A text whose words are divided by single spaces. */
export function prepare(text: string): string {
  let prepared = '';
  let end = 0;
  for (const [index, word] of tokens(text).entries()) {
    prepared += between(text.slice(end, word.start), index > 0) + escape(text.slice(word.start, word.end));
    end = word.end;
  }
  return prepared + between(text.slice(end), false);
}

/** The original of a prepared text. */
export function restore(prepared: string): string {
  return prepared.replace(/\u2060(.)/gs, (_, next: string) => {
    if (next === ' ') return '';
    return next === joiner ? joiner : whiteSpace.charAt(next.charCodeAt(0) - firstCode);
  });
}

/** What stands before, between and after words. Between two words the last space divides, if it is plain. */
function between(gap: string, divides: boolean): string {
  const divider = divides ? gap.lastIndexOf(' ') : -1;
  if (divider === -1) return escape(gap) + (divides ? `${joiner} ` : '');
  return `${escape(gap.slice(0, divider))} ${escape(gap.slice(divider + 1))}`;
}

function escape(text: string): string {
  return text.replace(
    /[\s\u0085\u2060]/g,
    (char) => joiner + (char === joiner ? joiner : String.fromCharCode(firstCode + whiteSpace.indexOf(char))),
  );
}
