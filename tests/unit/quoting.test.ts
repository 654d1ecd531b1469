/** What the menu of a place copies. */
import { expect, test } from 'vitest';
import { citationStyles } from '../../src/citation-styles.ts';
import { readContent } from '../../src/content-files.ts';
import { assemble } from '../../src/edition/assemble.ts';
import type { Edition } from '../../src/edition/model.ts';
import {
  citationCopy,
  citeNote,
  citeParagraphs,
  citeSource,
  quotationCopy,
  recordOf,
  type Cited,
} from '../../src/edition/quoting.ts';
import { makeFormatter } from '../../src/exports/citation/format.ts';
import { sourceCitations } from '../../src/exports/citation/record.ts';

const { edition } = assemble(await readContent('.')) as { edition: Edition };
const format = makeFormatter(await citationStyles());
const site = new URL('http://localhost:4321');
const [strong, james] = edition.sources.map((source) =>
  sourceCitations(source, { edition: edition.header, site, format }),
) as [ReturnType<typeof sourceCitations>, ReturnType<typeof sourceCitations>];

test('whole paragraphs are quoted exactly as they stand, as a block, and then cited', () => {
  const words = 'First “quoted” words.\n\nSecond <b>words</b>.';
  const { text, html } = quotationCopy(citeParagraphs(james, '7', '8', words), 'chicago-note', true);
  expect(text.startsWith(`${words}\n\nC. L. R. James, “[The Great Retreat],” chap. 13 in `)).toBe(true);
  expect(text).toContain('paras. 7–8, http://localhost:4321/sources/james-1937-13/#p7-p8.');
  expect(html).toMatch(
    /^<blockquote><p>First “quoted” words\.<\/p><p>Second &#60;b&#62;words&#60;\/b&#62;\.<\/p><\/blockquote><p>C\. L\. R\./,
  );
});

test('a stretch of words stands in quotation marks, with the marks inside it turned', () => {
  const cited = citeParagraphs(strong, '46', '46', 'speak of Stalin’s “authority”');
  expect(quotationCopy(cited, 'mla', false).text).toMatch(
    /^“speak of Stalin’s ‘authority’” \(\[Strong\], par\. 46\)\n\n\[Strong, Anna Louise\]\./,
  );
  expect(quotationCopy(cited, 'apa', false).html).toMatch(
    /^<p>“speak of Stalin’s ‘authority’” \(\[Strong\], 1934/,
  );
});

test('words with single quotation marks of their own are left as they stand', () => {
  const words = 'the ‘workers’ state’ of Stalin';
  expect(quotationCopy(citeParagraphs(james, '1', '1', words), 'apa', false).text.startsWith(words)).toBe(
    true,
  );
});

test('every hand is cited as itself', () => {
  const hand = (cited: Cited | undefined) => cited && recordOf(cited).hand;
  expect(hand(citeSource(strong))).toBe('author’s text');
  expect(hand(citeParagraphs(strong, '1', '1', 'w'))).toBe('author’s text');
  expect(hand(citeNote(strong, 'transcriber-2', 'w'))).toBe('transcriber’s note');
  expect(hand(citeNote(james, 'author-3', 'w'))).toBe('author’s note');
  expect(hand(citeNote(james, 'liquidation-of-the-kulaks', 'w'))).toBe('editor’s note');
  expect(citeNote(james, 'no-such-note', 'w')).toBeUndefined();
  const transcriber = citeNote(strong, 'transcriber-2', 'w') as Cited;
  expect(citationCopy(transcriber, 'chicago-note').text).toMatch(/^unnamed transcriber, /);
  expect(citationCopy(transcriber, 'chicago-note').text).not.toContain('Anna Louise');
});
