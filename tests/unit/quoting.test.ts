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
  inQuotationMarks,
  printCited,
  quotationCopy,
  recordOf,
  STYLE_NAMES,
  type Cited,
} from '../../src/edition/quoting.ts';
import { makeFormatter } from '../../src/exports/citation/format.ts';
import { sourceCitations } from '../../src/exports/citation/record.ts';
import { checkQuotation } from '../../src/search/quotation/check-quotation.ts';
import { parseQuotation } from '../../src/search/quotation/quotation.ts';
import { sourceWords } from '../../src/search/source-words.ts';

const { edition } = assemble(await readContent('.')) as { edition: Edition };
const format = makeFormatter(await citationStyles());
const site = new URL('http://localhost:4321');
const [strong, james] = edition.sources.map((source) =>
  sourceCitations(source, { edition: edition.header, site, format }),
) as [ReturnType<typeof sourceCitations>, ReturnType<typeof sourceCitations>];

test('several paragraphs are quoted exactly as they stand, as a block, and then cited', () => {
  const words = 'First “quoted” words.\n\nSecond <b>words</b>.';
  const { text, html } = quotationCopy(citeParagraphs(james, '7', '8', words), 'chicago-note');
  expect(text.startsWith(`${words}\n\nC. L. R. James, “[The Great Retreat],” chap. 13 in `)).toBe(true);
  expect(text).toContain('paras. 7–8, http://localhost:4321/sources/james-1937-13/#p7-p8.');
  expect(html).toMatch(
    /^<blockquote><p>First “quoted” words\.<\/p><p>Second &#60;b&#62;words&#60;\/b&#62;\.<\/p><\/blockquote><p>C\. L\. R\./,
  );
});

test('each style has its own length from which a quotation is a block', () => {
  const words = (number: number) => 'word '.repeat(number).trim();
  for (const [style, length] of [
    ['chicago-note', 100],
    ['chicago-bibliography', 100],
    ['mla', 50],
    ['apa', 40],
  ] as const) {
    const copy = (number: number) => quotationCopy(citeParagraphs(james, '1', '1', words(number)), style);
    expect(copy(length - 1).text).toMatch(/^“/);
    expect(copy(length).text).toMatch(/^word/);
    expect(copy(length).html).toMatch(/^<blockquote>/);
  }
});

test('the place of the words is cited, not only that of their paragraph', () => {
  const cite = (start: number, end: number) =>
    printCited(citeParagraphs(strong, '9', '9', 'w', { start, end }), 'chicago-note');
  expect(cite(0, 100)).toContain('(p. 2 of the witness)');
  expect(cite(700, 774)).toContain('(p. 2 of the witness)');
  expect(cite(774, 800)).toContain('(p. 3 of the witness)');
  expect(cite(700, 800)).toContain('(pp. 2–3 of the witness)');
  expect(printCited(citeParagraphs(strong, '9', '11', 'w'), 'chicago-note')).toContain(
    '(pp. 2–3 of the witness)',
  );
});

test.each([
  ['speak of Stalin’s “authority”', '“speak of Stalin’s ‘authority’”'],
  ['“How can three million?”', '“‘How can three million?’”'],
  ['to Washington: “Let Congress get out?', '“to Washington: ‘Let Congress get out?’”'],
  ['of the President?” is the simplest', '“‘of the President?’ is the simplest”'],
  ['he said “that “this” is” so', '“he said ‘that “this” is’ so”'],
  ['the ‘workers’ state’ of Stalin', '“the ‘workers’ state’ of Stalin”'],
  ['he said “a ‘workers’ state”', '“he said ‘a “workers” state’”'],
  ['Litvinoff‘s policy', '“Litvinoff‘s policy”'],
])('%s in quotation marks is %s', (words, expected) => {
  expect(inQuotationMarks(words)).toBe(expected);
});

test('in the text a style names the place after the words', () => {
  const cited = citeParagraphs(strong, '46', '46', 'speak of Stalin’s “authority”');
  expect(quotationCopy(cited, 'mla').text).toMatch(
    /^“speak of Stalin’s ‘authority’” \(\[Strong\], par\. 46\)\n\n\[Strong, Anna Louise\]\./,
  );
  expect(quotationCopy(cited, 'apa').html).toMatch(/^<p>“speak of Stalin’s ‘authority’” \(\[Strong\], 1934/);
});

test('what is copied in any style is known as the quotation that it is', () => {
  const texts = (edition.sources ?? []).map((source) => sourceWords(source, () => []));
  const quotations: [Cited | undefined, string][] = [
    [
      citeParagraphs(strong, '46', '46', 'speak of Stalin’s “authority,” but not of Stalin’s “power.”'),
      'p46',
    ],
    [citeParagraphs(james, '2', '2', 'Stalin now ruled supreme'), 'p2'],
    [citeNote(strong, 'transcriber-2', 'This definition is a major oversimplification.'), 'transcriber-2'],
    [
      citeNote(james, 'author-7', edition.sources[1]?.witnessNotes[6]?.paragraphs[0]?.words ?? ''),
      'author-7',
    ],
  ];
  for (const [cited, place] of quotations) {
    for (const [style] of STYLE_NAMES) {
      const { text } = quotationCopy(cited as Cited, style);
      const [found] = checkQuotation(parseQuotation(text), texts);
      expect([found?.coverage, found?.first, found?.agreement], `${style}: ${text}`).toEqual([
        'found',
        place,
        expect.stringMatching(/^(letters|marks|words)$/),
      ]);
    }
  }
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
  expect(citationCopy(transcriber, 'chicago-note').text).toMatch(/^Unnamed transcriber, /);
  expect(citationCopy(transcriber, 'chicago-note').text).not.toContain('Anna Louise');
});
