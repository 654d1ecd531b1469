/** Going to what stands on paper. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FILES, STYLES } from '../../src/edition/citation.ts';
import { noteName, paragraphCitation } from '../../src/edition/labels.ts';
import { openGoTo } from './open-go-to.ts';
import { citeNote, citeParagraphs, citeSource, printCited, type Cited } from '../../src/edition/quoting.ts';

const { edition, made, find } = await openGoTo('.');
const S = '/sources/strong-1934/';
const J = '/sources/james-1937-13/';
const NS = '/notes/strong-1934/';
const NJ = '/notes/james-1937-13/';

describe('goes to what is asked', () => {
  test.each([
    ['James 13 ¶7–9', `${J}#p7-p9`],
    ['James 13 ¶ 7', `${J}#p7`],
    ['James 13, ¶¶ 7-9', `${J}#p7-p9`],
    ['James, World Revolution, ch. 13, par. 7', `${J}#p7`],
    ['James, World Revolution, chapter XIII, para. 7', `${J}#p7`],
    ['C.L.R. James 1937 ¶ 7', `${J}#p7`],
    ['C. L. R. James (1937), paragraphs 9 to 7', `${J}#p7-p9`],
    ['James 13:7', `${J}#p7`],
    ['James 13.7–9', `${J}#p7-p9`],
    ['James 13, 7', `${J}#p7`],
    ['James 13', J],
    ['james', J],
    ['James 1937, ch. 13', J],
    ['World Revolution 1917-1936', J],
    ['Strong 1934, par. 12', `${S}#p12`],
    ['Strong 1934, para 12', `${S}#p12`],
    ['Strong 1934, pars. 9-11', `${S}#p9-p11`],
    ['strong 1934 paragraph 12.', `${S}#p12`],
    ['Strong 1934, 12', `${S}#p12`],
    ['Strong 12', `${S}#p12`],
    ['(Strong 1934, ¶ 12)', `${S}#p12`],
    ['STRONG ¶12', `${S}#p12`],
    ['¶ 12 of Strong', `${S}#p12`],
    ['paragraph 12 in Strong', `${S}#p12`],
    ['see Strong’s article, ¶ 12', undefined],
    ['Strong’s ¶ 12', `${S}#p12`],
    ['strong-1934#p12', `${S}#p12`],
    ['strong p12', `${S}#p12`],
    ['Strong 1934', S],
    ['The American Mercury, October 1934', S],
    ['Anna Louise Strong', S],
    ['Strong, section III', `${S}#s3`],
    ['Strong § II', `${S}#s2`],
    ['Strong part 2', `${S}#s2`],
    ['note 3 of James', `${NJ}author-3/`],
    ['James n. 3', `${NJ}author-3/`],
    ['James, nn. 3', `${NJ}author-3/`],
    ['James fn 3', `${NJ}author-3/`],
    ['James footnote 3', `${NJ}author-3/`],
    ['author’s note 3, James 1937', `${NJ}author-3/`],
    ['transcriber’s note 2, Strong', `${NS}transcriber-2/`],
    ["transcriber's note 2 on Strong 1934", `${NS}transcriber-2/`],
    ['Strong T2', `${NS}transcriber-2/`],
    ['Strong note 2', `${NS}transcriber-2/`],
    ['Editor’s note: The kulaks “liquidated”, on James 1937, ch. 13', `${NJ}liquidation-of-the-kulaks/`],
    ['James, editor’s note: The kulaks "liquidated"', `${NJ}liquidation-of-the-kulaks/`],
    ['Strong p. 2 of the witness', `${S}#page-2`],
    ['Strong witness p. 2', `${S}#page-2`],
    [`http://localhost:4321${S}#p9-p11`, `${S}#p9-p11`],
    [`https://another.example${S}#p12`, `${S}#p12`],
    [`${S}#p12`, `${S}#p12`],
    [`<http://localhost:4321${S}#p12>.`, `${S}#p12`],
    [`${S}?words=2026.1.1-3.0123456789ab#p12`, `${S}?words=2026.1.1-3.0123456789ab#p12`],
    [`http://x.org${S}#p12:~:text=a%20b`, `${S}#p12:~:text=a%20b`],
    [`http://localhost:4321${NJ}author-3/`, `${NJ}author-3/`],
    [`http://localhost:4321${S}#s2`, `${S}#s2`],
    [`http://localhost:4321${S}`, S],
  ])('%s', async (text, path) => {
    const answer = await find(text);
    if (path === undefined) expect(answer.kind).toBe('none');
    else expect(answer).toMatchObject({ kind: 'place', place: { path } });
  });
});

describe('says why not', () => {
  test.each([
    [
      'strong p. 172',
      'The pages of The American Mercury are not marked in this witness, so p. 172 cannot be found. The text stands on pp. 169–179 there.',
    ],
    ['Strong pp. 169–70', 'so pp. 169–170 cannot be found'],
    ['Strong p172', 'so p. 172 cannot be found'],
    ['strong page 2', 'The witness, a file, has a page 2 of its own.'],
    ['James p. 316', 'are not marked in this witness, so p. 316 cannot be found.'],
    ['James p. 3 of the witness', 'The witness of James 1937, ch. 13 has no pages of its own.'],
    ['Strong p. 99 of the witness', 'The witness of Strong 1934 has pages 1 to 10.'],
    ['Strong ¶ 99', 'Strong 1934 has no ¶ 99. Its paragraphs are ¶ 1 to ¶ 48.'],
    ['Strong ¶ 47–99', 'Strong 1934 has no ¶ 99.'],
    ['Strong 9999', 'Strong 1934 has no ¶ 9999.'],
    ['Strong note 99', 'Strong 1934 has no note 99. It has transcriber’s notes 1 to 7.'],
    ['author’s note 3, Strong', 'Strong 1934 has no author’s note 3. It has transcriber’s notes 1 to 7.'],
    ['editor’s note 3, Strong', 'have titles and no numbers'],
    ['Editor’s note: No such title, on Strong 1934', 'no editor’s note with this title'],
    ['Strong section XII', 'Strong 1934 has no section XII. It has these:'],
    ['Trotsky, My Life, p. 3', 'No source of this edition is called “Trotsky My Life”.'],
    ['', 'Type a citation'],
    ['?!', 'Type a citation'],
    ['https://example.org/somewhere', 'This address is none of this edition’s'],
    ['/sources/nobody-1900/#p1', 'No source of this edition has the address “nobody-1900”.'],
    [`${S}#p99`, 'Strong 1934 has no ¶ 99.'],
    [`${NS}no-such-note/`, 'Strong 1934 has no note with this address.'],
  ])('%s', async (text, message) => {
    const answer = await find(text);
    expect(answer.kind).toBe('none');
    expect(answer).toMatchObject({ message: expect.stringContaining(message) as unknown });
  });

  test('a place without a source is offered in each that has it', async () => {
    expect(await find('¶ 12')).toMatchObject({
      kind: 'choice',
      places: [{ path: `${S}#p12` }, { path: `${J}#p12` }],
    });
    expect(await find('T2')).toMatchObject({ kind: 'place', place: { path: `${NS}transcriber-2/` } });
  });

  test('a page of the magazine that is also one of the file is offered as what it is', async () => {
    expect(await find('strong page 2')).toMatchObject({
      places: [{ path: `${S}#page-2`, label: 'Strong 1934, p. 2 of the witness' }, { path: S }],
    });
  });
});

describe('addresses of earlier releases', async () => {
  const specimen = await openGoTo('tests/fixtures/edition');
  test.each([
    ['https://example.org/sources/letter-1900/#p2', '/sources/letter-1900/#p2', 'it was merged into p1'],
    ['letter ¶ 2', '/sources/letter-1900/#p2', 'it was merged into p1'],
    ['/notes/letter-1900/old-note/', '/notes/letter-1900/old-note/', 'no longer in the edition'],
    ['/sources/letter-1899/#p1', '/sources/letter-1899/', 'no longer in the edition'],
  ])('%s still leads there', async (text, path, label) => {
    expect(await specimen.find(text)).toMatchObject({
      kind: 'place',
      place: { path, label: expect.stringContaining(label) as unknown },
    });
  });
});

/** Every place of the edition with all its citations. */
function* everything(): Generator<{ cited: Cited; path: string; short: string }> {
  for (const source of edition.sources) {
    const of = made.get(source.id);
    if (!of) throw new Error(source.id);
    const path = `/sources/${source.id}/`;
    const numbers = source.paragraphs.map(({ number }) => number);
    const cite = (from: string, to: string) => citeParagraphs(of, from, to, 'Some words, 5 of them.');
    yield { cited: citeSource(of), path, short: source.header.short };
    for (const [index, number] of numbers.entries()) {
      const to = numbers[index + 3];
      const short = `${source.header.short}, ¶ ${number}`;
      yield { cited: cite(number, number), path: `${path}#p${number}`, short };
      if (to) yield { cited: cite(number, to), path: `${path}#p${number}-p${to}`, short: `${short}–${to}` };
    }
    for (const note of [...source.witnessNotes, ...source.editorNotes])
      yield {
        cited: citeNote(of, note.id, 'Some words.') as Cited,
        path: `/notes/${source.id}/${note.id}/`,
        short: `${noteName(note)}, on ${source.header.short}`,
      };
  }
}

test('every citation that the edition makes leads back to its place', async () => {
  const places = [...everything()];
  expect(places.length).toBeGreaterThan(200);
  for (const { cited, path, short } of places) {
    for (const text of [short, short.replace(/, on (?=[^,]*(?:, ch\. 13)?$)/, ', ')])
      expect(await find(text), text).toMatchObject({ kind: 'place', place: { path } });
    for (const one of [...STYLES.filter((style) => !style.endsWith('-text')), ...FILES])
      expect(await find(printCited(cited, one)), `${one} of ${short}`).toMatchObject({
        kind: 'place',
        place: { path },
      });
  }
  const [strong] = edition.sources;
  const paragraph = strong?.paragraphs[11];
  if (strong && paragraph)
    expect(await find(paragraphCitation(strong, paragraph))).toMatchObject({ place: { path: `${S}#p12` } });
});

test('a citation is found behind many words, which may have an address in them', async () => {
  const words = `See ${J}#p1. ${'Words of a long paragraph. '.repeat(1000)}`;
  for (const { cited, path, short } of everything()) {
    const copied = { ...cited, blanks: { ...cited.blanks, words } };
    for (const one of ['text', 'json'] as const)
      expect(await find(printCited(copied, one)), `${one} of ${short}`).toMatchObject({ place: { path } });
  }
});

test('any text gets an answer', async () => {
  const piece = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom(
      '¶',
      'p',
      '12',
      '-',
      '–',
      ' ',
      'note',
      'Editor’s note:',
      'http://',
      '/sources/',
      '#',
      'James',
      ',',
      'on',
    ),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 30 }), async (pieces) => {
      const answer = await find(pieces.join(''));
      if (answer.kind === 'place') expect(answer.place.path).toMatch(/^\/(sources|notes)\//);
      else expect(answer.message).toMatch(/[.?:]$/);
    }),
    { numRuns: 2000 },
  );
});

test.each(['¶', 'p', '1', ' ', 'ch', 'http://', 'Editor’s note: ', '9-', 'on ', 'x'])(
  '10,000 characters of “%s” get an answer',
  async (piece) => {
    expect(await find(piece.repeat(Math.ceil(10_000 / piece.length)))).toHaveProperty('kind');
  },
);
