import { escapeWords } from '../../edition/print.ts';

/**
 * Words written so that a CommonMark parser reads exactly these words back, and so that what GitHub,
 * Obsidian and Pandoc add to CommonMark acts on none of them: tags and headings (`#`), mathematics (`$`),
 * mentions and citations (`@`), tables (`|`), attributes (`{`), marks (`==`), comments (`%%`), addresses
 * that become links by themselves, and straight quotation marks, `--` and `...`, which Pandoc sets in its own
 * way. A line end stands for a line break.
 */
export function escapeMarkdown(words: string): string {
  return words
    .split('\n')
    .map((line) => escapeStart(escapeLine(line)))
    .join('\\\n');
}

/** Anywhere inside a line. */
function escapeLine(words: string): string {
  return escapeWords(words)
    .replace(/[#$@|{}'"]|=(?==)|(?<==)=|%(?=%)|(?<=%)%|-(?=-)|(?<=-)-|\.(?=\.)|(?<=\.)\.|:(?=\/\/)/g, '\\$&')
    .replace(/(www)\./gi, '$1\\.');
}

/** What would begin a block at the start of a line. */
function escapeStart(line: string): string {
  return line.replace(/^(\s*)([-+=>])/, '$1\\$2').replace(/^(\s*\d+)([.)])/, '$1\\$2');
}
