/**
 * Text as the index takes it. Pagefind cuts words at white space alone, lets a free-standing dash
 * stand for a word, which breaks phrases, and makes every white space a plain space. So its copy of a
 * text has one space between any two of what `normalise.ts` calls words, no other white space, and
 * marks from which the original is made again.
 */
import { tokens } from '../edition/normalise.ts';

/**
 * Word joiner, the first character of every mark: with a space it stands for nothing, twice for
 * itself, with the n-th private character for the n-th white space, with `divider` for the end of a text.
 */
const joiner = '\u2060';
const firstCode = 0xe000;
const divider = '\ue0ff';
const whiteSpace =
  ' \n\u00A0\t\r\v\f\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u2028\u2029\u202F\u205F\u3000\uFEFF\u0085';

/** A text whose words are divided by single spaces. */
function prepare(text: string): string {
  let prepared = '';
  let end = 0;
  for (const [index, word] of tokens(text).entries()) {
    prepared += between(text.slice(end, word.start), index > 0) + escape(text.slice(word.start, word.end));
    end = word.end;
  }
  return prepared + between(text.slice(end), false);
}

/** Several texts as one, each prepared. */
export function prepareAll(texts: readonly string[]): string {
  return texts.map(prepare).join(`${joiner}${divider} `);
}

/** The originals of what `prepareAll` made. */
export function restoreAll(prepared: string): string[] {
  const texts = [''];
  let at = 0;
  const add = (part: string) => {
    texts[texts.length - 1] += part;
  };
  for (const { 0: mark, 1: next = '', index } of prepared.matchAll(/\u2060(\ue0ff |.)/gs)) {
    add(prepared.slice(at, index));
    at = index + mark.length;
    if (next.startsWith(divider) && next.length > 1) texts.push('');
    else if (next === joiner) add(joiner);
    else if (next !== ' ') add(whiteSpace.charAt(next.charCodeAt(0) - firstCode));
  }
  add(prepared.slice(at));
  return texts;
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
