/** Citations as hurried readers write them, and editions other than this one. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Answer, Places } from '../../src/search/go-to/places.ts';
import { parseCitation } from '../../src/search/go-to/citation-text.ts';
import { directoryOf, sourcesNamed, type Directory } from '../../src/search/go-to/directory.ts';
import { goTo } from '../../src/search/go-to/go-to.ts';
import { placeIn } from '../../src/search/go-to/answer.ts';
import { hostileText } from './hostile-text.ts';
import { openGoTo } from './open-go-to.ts';

const { edition, find } = await openGoTo('.');
const specimen = await openGoTo('tests/fixtures/edition');
const S = '/sources/strong-1934/';
const J = '/sources/james-1937-13/';
const NS = '/notes/strong-1934/';
const NJ = '/notes/james-1937-13/';

const pathsOf = (answer: Answer) => (answer.kind === 'place' ? [] : answer.places.map(({ path }) => path));

describe('goes to what is asked', () => {
  test.each([
    // Addresses, however they were copied.
    ['localhost:4321/sources/strong-1934/#p12', `${S}#p12`],
    ['www.example.org/sources/strong-1934/#p12', `${S}#p12`],
    ['https://example.org/editions/sources/strong-1934/#p12', `${S}#p12`],
    ['sources/strong-1934/#p12', `${S}#p12`],
    ['/sources/strong-1934', S],
    ['/SOURCES/STRONG-1934/#p12', `${S}#p12`],
    [String.raw`\url{https://example.org/sources/strong-1934/\#p12}`, `${S}#p12`],
    [`${S}#p11-p9`, `${S}#p9-p11`],
    [`${S}#p9-11`, `${S}#p9-p11`],
    [`${S}#page-2`, `${S}#page-2`],
    [`${S}#reading-1`, `${S}#reading-1`],
    [`${S}history/#p3`, `${S}history/#p3`],
    [`${NS}transcriber-2/?words=a`, `${NS}transcriber-2/?words=a`],
    [`“Words.” https://example.org/elsewhere. ${S}#p12.`, `${S}#p12`],
    ['Strong 1934, ¶ 12, https://archive.org/details/x', `${S}#p12`],
    ['James 13 #p7', `${J}#p7`],
    ['Strong #s2', `${S}#s2`],
    // Chapters, years, volumes and what follows them.
    ['James ch. 13:7', `${J}#p7`],
    ['James ch. 13.7-9', `${J}#p7-p9`],
    ['James XIII 7', `${J}#p7`],
    ['ch. 13', J],
    ['James 1937, ch. 13, 13', `${J}#p13`],
    ['James 13, 13', `${J}#p13`],
    ['Strong 33', `${S}#p33`],
    ['Strong 34', `${S}#p34`],
    ['American Mercury, vol. 33, no. 130 (October 1934)', S],
    ['World Revolution, 1917–1936', J],
    ['World Revolution 13', J],
    // Paragraphs.
    ['Strong ¶ 012', `${S}#p12`],
    ['Strong ¶ 12ff.', `${S}#p12`],
    ['Strong para. no. 12', `${S}#p12`],
    ['Strong ¶ 9 − 11', `${S}#p9-p11`],
    ['Strong ¶ 9‑11', `${S}#p9-p11`],
    ['Strong ¶ 11 through 9', `${S}#p9-p11`],
    ['ＳＴＲＯＮＧ ¶ １２', `${S}#p12`],
    ['Strong, section II, ¶ 12', `${S}#p12`],
    ['Strong ¶ 12, p. 172', `${S}#p12`],
    ['Strong, A. L. (1934), para. 12', `${S}#p12`],
    // Notes.
    ['James n3', `${NJ}author-3/`],
    ['James, note: 3', `${NJ}author-3/`],
    ['James note 3, ¶ 7', `${NJ}author-3/`],
    ['Strong 12, n. 2', `${NS}transcriber-2/`],
    ['Strong 1934, ¶ 9–11, note 3', `${NS}transcriber-3/`],
    ['Editor’s note: Liquidation of the kulaks', `${NJ}liquidation-of-the-kulaks/`],
    ['Editor’s note: Kulak', `${NS}kulak/`],
    ['ed. note: Kulak, Strong', `${NS}kulak/`],
    ['Strong, editor´s note on Stalin', `${NS}stalin/`],
    ['Editor’s note: On the famine', `${NS}famine-of-1932-33/`],
    ['Editor’s note: Anna Louise Strong', `${NS}anna-louise-strong/`],
    ['Editor’s note: Strong and the Moscow newspapers', `${NS}moscow-news/`],
    // Sections and pages.
    ['James, section “The placation of the peasant”', `${J}#s2`],
    ['James § II', `${J}#s2`],
    ['Strong §§ II–III', `${S}#s2`],
    ['page 2 of the witness', `${S}#page-2`],
    ['Strong, p. 1 of the file', `${S}#p1`],
  ])('%s', async (text, path) => {
    expect(await find(text)).toMatchObject({ kind: 'place', place: { path } });
  });
});

describe('says why not, and offers what is near', () => {
  test.each<[string, string, string[]]>([
    ['Strong ¶ 12a', 'Strong 1934 has no ¶ 12a. Its paragraphs are ¶ 1 to ¶ 48.', [`${S}#p12`]],
    ['Strong ¶ 0', 'Strong 1934 has no ¶ 0. Its paragraphs are ¶ 1 to ¶ 48.', [`${S}#p1`]],
    ['Strong ¶ 9, 99', 'Strong 1934 has no ¶ 99. Its paragraphs are ¶ 1 to ¶ 48.', [`${S}#p9`]],
    [
      'Strong, 172',
      'The pages of The American Mercury are not marked in this witness, so p. 172 cannot be found. The text stands on pp. 169–179 there.',
      [S],
    ],
    [
      'Strong pp. 169–70',
      'The pages of The American Mercury are not marked in this witness, so pp. 169–170 cannot be found. The text stands on pp. 169–179 there.',
      [S],
    ],
    [
      'Strong p. 185',
      'Strong 1934 stands on pp. 169–179 of The American Mercury, and p. 185 is not among them.',
      [S],
    ],
    [
      'James p. 330',
      'The pages of World Revolution, 1917–1936: The Rise and Fall of the Communist International are not marked in this witness, so p. 330 cannot be found. On which of them the text stands is not recorded. The witness has no pages of its own.',
      [J],
    ],
    [
      'James T2',
      'James 1937, ch. 13 has no transcriber’s note 2. It has author’s notes 1 to 14.',
      [`${NJ}author-2/`, `${J}#notes`],
    ],
    [
      'James, editor’s note 3',
      'The editor’s notes have titles and no numbers, as in “Editor’s note: The concessions of May 1932”.',
      [`${J}#notes`],
    ],
    [
      'Strong, editor’s note: famine harvest',
      'Strong 1934 has no editor’s note with this title. These are near it:',
      [`${NS}famine-of-1932-33/`, `${S}#notes`],
    ],
    ['Strong 1935', 'No source of this edition is called “Strong 1935”. Perhaps one of these is meant:', [S]],
    [
      'Strong 1935, par. 12',
      'No source of this edition is called “Strong 1935”. Perhaps one of these is meant:',
      [`${S}#p12`, S],
    ],
    [
      'James ch. 14',
      'No source of this edition is called “James ch. 14”. Perhaps one of these is meant:',
      [J],
    ],
    ['Trotsky', 'No source of this edition is called “Trotsky”. It has these:', [S, J]],
    [
      'https://example.org/sources/strong-19',
      'No source of this edition has the address “strong-19”. It may have been copied incompletely. Perhaps one of these is meant:',
      [S],
    ],
    [
      '/about/',
      'This address is none of this edition’s sources or notes. It may have been copied incompletely.',
      [],
    ],
    [
      `${S}#s9`,
      'Strong 1934 has no section s9. It has these:',
      [`${S}#s1`, `${S}#s2`, `${S}#s3`, `${S}#s4`, `${S}#s5`],
    ],
    ['¶ 999', 'No source of this edition has ¶ 999.', [S, J]],
    [
      'p. 172',
      'Pages of print are not marked in these witnesses, so p. 172 cannot be found. Each source has numbered paragraphs.',
      [S, J],
    ],
  ])('%s', async (text, message, places) => {
    const answer = await find(text);
    expect(answer).toMatchObject({ kind: 'none', message });
    expect(pathsOf(answer)).toEqual(places);
  });
});

describe('lets the reader choose', () => {
  test.each<[string, string[]]>([
    ['12', [`${S}#p12`, `${J}#p12`]],
    ['#p9-p11', [`${S}#p9-p11`, `${J}#p9-p11`]],
    ['note 2', [`${NS}transcriber-2/`, `${NJ}author-2/`]],
    ['Strong ¶¶ 9, 11 and 13–14', [`${S}#p9`, `${S}#p11`, `${S}#p13-p14`]],
    ['Strong, nn. 2–3', [`${NS}transcriber-2/`, `${NS}transcriber-3/`]],
    ['Strong 1934, ¶¶9–11; cf. James 13 ¶7', [`${S}#p9-p11`, `${J}#p7`]],
    ['Strong 1934, ¶ 9; Trotsky, ¶ 7', [`${S}#p9`]],
  ])('%s', async (text, places) => {
    const answer = await find(text);
    expect(answer.kind).toBe('choice');
    expect(pathsOf(answer)).toEqual(places);
  });
});

describe('an edition with retired addresses', () => {
  test.each([
    ['Doe 1900 ¶ 5', '/sources/letter-1900/#p5', 'it was withdrawn: It stood in no witness.'],
    ['Doe 1900 ¶ 2–4', '/sources/letter-1900/#p2', 'it was merged into p1.'],
    ['/sources/letter-1900/#p1-p2', '/sources/letter-1900/#p2', 'it was merged into p1.'],
    ['Doe, editor’s note: old note', '/notes/letter-1900/old-note/', 'it was withdrawn: It was wrong.'],
    ['Doe 1899 ¶ 2', '/sources/letter-1899/', 'Doe 1899, no longer in the edition'],
    ['Doe', '/sources/letter-1900/', 'Doe 1900'],
    ['Doe 28', '', 'Doe 1900 has no ¶ 28. Its paragraphs are ¶ 1 to ¶ 4.'],
  ])('%s', async (text, path, words) => {
    const answer = await specimen.find(text);
    const { place } = answer.kind === 'place' ? answer : { place: { path: '', label: answer.message } };
    expect(place.path).toBe(path);
    expect(place.label).toContain(words);
  });
});

/** The places of a source with a little of everything. */
const places: Places = {
  numbers: ['1', '2a', '2', '3'],
  list: [
    ['author-1', 'author', '1'],
    ['transcriber-1', 'transcriber', '1'],
    ['rations', 'editor', 'Editor’s note: Bread, rationed'],
    ['prices', 'editor', 'Editor’s note: The price of bread'],
  ],
  pages: [
    ['1', '1'],
    ['3', '4'],
  ],
  divisions: [],
  retired: [['s1', 'anchor', 'it was withdrawn.']],
  container: { title: 'Works', pages: '3–5, 169–79' },
};

describe('a source with a little of everything', () => {
  const one = { id: 'one-1900', short: 'One 1900', words: 'one 1900' };
  const other = { id: 'other-1900', short: 'One 1900, part 2', words: 'one 1900 part 2 other' };
  const ask = (text: string) => goTo(text, { sources: [one, other] }, () => Promise.resolve<Places>(places));

  test.each([
    ['One 1900 note 1', 'Notes in several hands have this number. Which is meant?'],
    ['One 1900, editor’s note: bread', 'Several editor’s notes have this in their titles. Which is meant?'],
    ['One 1900 p. 6', 'One 1900 stands on pp. 3–5, 169–79 of Works, and p. 6 is not among them.'],
    ['One 1900 p. 174', 'so p. 174 cannot be found.'],
    ['One 1900 section 4', 'One 1900 has no sections.'],
    ['One, ¶ 1', 'Several places are called so. Which is meant?'],
    ['One', 'Several sources are called so. Which is meant?'],
  ])('%s: %s', async (text, message) => {
    expect(await ask(text)).toMatchObject({ message: expect.stringContaining(message) as unknown });
  });

  test.each([
    ['One 1900 ¶ 2–2a', '/sources/one-1900/#p2a-p2'],
    ['One 1900 T1', '/notes/one-1900/transcriber-1/'],
    ['One 1900, editor’s note: Bread, rationed', '/notes/one-1900/rations/'],
    ['One 1900, p. 3 of the witness', '/sources/one-1900/#page-3'],
    ['One 1900 #s1', '/sources/one-1900/#s1'],
    ['One 1900, part 2', '/sources/other-1900/'],
    ['One 1900, part 2, ¶ 3', '/sources/other-1900/#p3'],
  ])('%s', async (text, path) => {
    expect(await ask(text)).toMatchObject({ kind: 'place', place: { path } });
  });

  test('without paragraphs says so', () => {
    expect(placeIn(parseCitation('¶ 1'), one, { ...places, numbers: [] })).toMatchObject({
      kind: 'none',
      message: 'One 1900 has no numbered paragraphs.',
    });
  });
});

describe('a thousand sources', () => {
  const sources = edition.sources.flatMap((source) =>
    Array.from({ length: 500 }, (_, index) => ({ ...source, id: `${source.id}-${String(index)}` })),
  );
  const directory: Directory = directoryOf({ ...edition, sources });
  const ask = (text: string) => goTo(text, directory, () => Promise.resolve<Places>(places));

  test('have a directory of about 150 bytes each', () => {
    expect(new TextEncoder().encode(JSON.stringify(directory)).length).toBeLessThan(1000 * 170);
  });

  test.each([
    [
      'Strong',
      '500 sources are called so; these are ten of them. Name the source, too, as in “Strong 1934, ¶ 7”.',
    ],
    ['¶ 3', 'Name the source, too, as in “Strong 1934, ¶ 7”.'],
    ['¶ 99', 'Name the source, too, as in “Strong 1934, ¶ 7”.'],
    ['Trotsky', 'No source of this edition is called “Trotsky”. These are the first of its 1000:'],
  ])('%s: ten places at most, and never the only one of those looked at', async (text, message) => {
    const answer = await ask(text);
    expect(answer).toMatchObject({ message });
    expect(pathsOf(answer).length).toBeLessThanOrEqual(10);
  });

  test('are looked up by name', () => {
    expect(sourcesNamed(['strong', '1934', '77'], directory)).toMatchObject([{ id: 'strong-1934-77' }]);
  });
});

test('an edition without sources', async () => {
  const ask = (text: string) => goTo(text, { sources: [] }, () => Promise.reject(new Error('not asked')));
  expect(await ask('Strong')).toMatchObject({
    message: 'No source of this edition is called “Strong”. It has none yet.',
  });
  for (const text of ['', '¶ 7', '7', '/sources/a/', 'Editor’s note: Kulak'])
    expect(await ask(text)).toMatchObject({ kind: 'none' });
});

test('the short citation of every paragraph and range comes back', async () => {
  for (const source of edition.sources) {
    const numbers = source.paragraphs.map(({ number }) => number);
    const index = fc.nat({ max: numbers.length - 1 });
    const mark = fc.constantFrom(', ¶ ', ' ¶', ', par. ', ', pars. ', ', paragraphs ', ': ', ', ', ' #p');
    await fc.assert(
      fc.asyncProperty(
        index,
        index,
        mark,
        fc.constantFrom('–', '-', ' – ', ' to '),
        async (a, b, mark, to) => {
          const [from, until] = [Math.min(a, b), Math.max(a, b)].map((at) => numbers[at]);
          const cited = from === until ? from : `${String(from)}${to}${String(until)}`;
          const anchor = from === until ? `p${String(from)}` : `p${String(from)}-p${String(until)}`;
          const text = `${source.header.short}${mark}${String(cited)}`;
          expect(await find(text), text).toMatchObject({
            place: { path: `/sources/${source.id}/#${anchor}` },
          });
        },
      ),
      { numRuns: 300 },
    );
  }
});

const hostile = fc.oneof(
  hostileText,
  fc.constantFrom(
    '¶ 1, ',
    'notes 1 and ',
    '/sources/',
    'a.a/',
    '1–',
    'ed. note ',
    '§ “',
    '#p',
    'T1 ',
    'vol. ',
  ),
);

test('no text keeps the parser', () => {
  fc.assert(
    fc.property(fc.array(hostile, { minLength: 1, maxLength: 8 }), (pieces) => {
      const piece = pieces.join('') || ' ';
      const text = piece.repeat(Math.ceil(10_000 / piece.length));
      const start = performance.now();
      parseCitation(text);
      expect(performance.now() - start).toBeLessThan(1000);
    }),
    { numRuns: 300 },
  );
});
