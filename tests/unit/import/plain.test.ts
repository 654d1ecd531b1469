/** Texts of other makes than those of the edition: each must keep every word and its paragraphs. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseMarkdown } from '../../../src/edition/markdown.ts';
import { importText } from '../../../src/import/import-source.ts';

const encode = (text: string) => new TextEncoder().encode(text);

function imported(text: string, lines?: 'wrapped' | 'paragraph') {
  const made = importText(encode(text), { id: 'a-text', file: 'a.txt', hand: 'author', lines });
  const file = parseMarkdown(made.files.get('text.md') as string, 'text.md').value;
  const blocks = file.body.flatMap((part) => (part.type === 'block' ? [part] : []));
  return {
    ...made,
    blocks,
    paragraphs: blocks.map(({ text }) => text.words),
    headings: file.body.flatMap((part) => (part.type === 'heading' ? [part.words] : [])),
    notes: file.notes.map(({ paragraphs }) => paragraphs.map(({ words }) => words).join(' / ')),
    calls: blocks.flatMap(({ text }) =>
      text.points.flatMap((point) =>
        point.type === 'call' ? [[text.words.slice(0, point.at).split(' ').at(-1), point.label]] : [],
      ),
    ),
    pages: blocks.flatMap(({ text }) =>
      text.points.flatMap((point) =>
        point.type === 'milestone' ? [[point.n, text.words.slice(point.at).split(' ')[0]]] : [],
      ),
    ),
  };
}

function isWhole({ problems, collation }: ReturnType<typeof imported>) {
  expect(problems).toEqual([]);
  expect(collation?.rows.reduce((sum, { found }) => sum + found, 0)).toBe(collation?.whole);
}

/** Wraps words at a width, as a typesetter without hyphens does. */
function wrap(text: string, width = 60, indent = ''): string[] {
  const lines: string[] = [];
  let line = indent;
  for (const word of text.split(' ')) {
    if (line.trim() !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line += (line.trim() === '' ? '' : ' ') + word;
  }
  return [...lines, line];
}

const A =
  'The mill at the edge of the town had stood empty since the spring, and nobody in the council wished to say whose fault it had been that the wheels no longer turned.';
const B =
  'In the autumn the carters came back with their empty waggons and asked for bread at the doors of the houses where they had once been paid in silver and in flour.';
const C =
  'Whoever reads the books of the parish will find there 317 names of men who left it in that year and who never returned to claim what had been theirs before.';

describe('wrapped text', () => {
  test('with notes at the end, and lines of a web page below them', () => {
    const notes = ['[1] Of the council.', '[2] Of the carters, who came from the south.'];
    const text = [`${A} [1]`, `${B} [2]`, C].map((one) => wrap(one).join('\n'));
    const made = imported([...text, ...notes, 'Contents | next', 'Last updated in 2021'].join('\n\n') + '\n');
    isWhole(made);
    expect(made.notes).toEqual(['Of the council.', 'Of the carters, who came from the south.']);
    expect(made.calls.map(([, label]) => label)).toEqual(['author:1', 'author:2']);
    expect(made.doubts.map(({ fact }) => fact).join()).toContain('stands after the notes');
  });

  test('with indented paragraphs, and notes at the end that nothing sets apart', () => {
    const notes = ['[1] Of the council.', '[2] Of the carters, who came from the south.'];
    const text = [`${A} [1]`, `${B} [2]`, C, A, ...notes].map((one) => wrap(one, 60, '   ').join('\n'));
    const made = imported(text.join('\n') + '\n');
    isWhole(made);
    expect(made.paragraphs).toHaveLength(4);
    expect(made.notes).toEqual(['Of the council.', 'Of the carters, who came from the south.']);
    expect(made.doubts.map(({ fact }) => fact).join()).toContain('taken as its notes');
  });

  test('with a numbered list at the end that the text does not call', () => {
    const list = ['1 Bread was dear.', '2 Flour was dear.', '3 Coal was dear.'];
    const text = [A, B, C, ...list].map((one) => wrap(one, 60, '   ').join('\n'));
    const made = imported(text.join('\n') + '\n');
    isWhole(made);
    expect(made.notes).toEqual([]);
    expect(made.paragraphs).toHaveLength(6);
  });

  test('of whose gaps all stand around headings', () => {
    const paragraphs = Array.from({ length: 60 }, (_, i) => wrap([A, B, C][i % 3] ?? A).join('\n'));
    const made = imported(
      `${paragraphs.slice(0, 30).join('\n')}\n\nII\n\n${paragraphs.slice(30).join('\n')}\n`,
    );
    isWhole(made);
    expect(made.headings).toContain('II');
    expect(made.blocks.length).toBeGreaterThan(50);
    expect(made.doubts.length).toBeGreaterThan(50);
  });

  test('with blank lines between paragraphs', () => {
    const made = imported([A, B, C].map((text) => wrap(text).join('\n')).join('\n\n') + '\n');
    isWhole(made);
    expect(made.paragraphs).toEqual([A, B, C]);
  });

  test('with indented first lines, a byte order mark and CRLF', () => {
    const text = [A, B, C].flatMap((one) => wrap(one, 60, '   ')).join('\r\n');
    const made = imported(`\uFEFF${text}\r\n`);
    isWhole(made);
    expect(made.paragraphs).toEqual([A, B, C]);
  });

  test('with roman and named headings', () => {
    const made = imported(
      ['I', ...wrap(A), '', ...wrap(B), '', 'II', '', ...wrap(C), '', 'THE END OF THE MILL', '', ...wrap(A)]
        .join('\n')
        .replace('I\n', 'I\n\n'),
    );
    isWhole(made);
    expect(made.headings).toEqual(['I', 'II', 'THE END OF THE MILL']);
    expect(made.paragraphs).toEqual([A, B, C, A]);
  });

  test('with form feeds, page numbers, running heads and notes at the foot', () => {
    const page = (n: number, body: string[], foot: string[]) =>
      ['THE MILL', '', ...body, '', ...foot, '', String(n)].join('\n');
    const [a, b, c] = [wrap(A.replace('spring,', 'spring,1')), wrap(B), wrap(C.replace('parish', 'parish2'))];
    const made = imported(
      [
        page(
          41,
          [...a, '', ...b.slice(0, 2)],
          ['1 So the clerk of the town, who had it', 'from his father.'],
        ),
        page(42, [...b.slice(2), '', ...c], ['2 Lost since.']),
        page(43, wrap(A), []),
      ].join('\n\f'),
    );
    isWhole(made);
    expect(made.paragraphs).toEqual([A, B, C, A]);
    expect(made.calls).toEqual([
      ['spring,', 'author:1'],
      ['parish', 'author:2'],
    ]);
    expect(made.notes).toEqual(['So the clerk of the town, who had it from his father.', 'Lost since.']);
    expect(made.pages.map(([n]) => n)).toEqual(['42', '43']);
  });

  test('with asterisks under a rule, and raised numbers', () => {
    const star = imported(
      [...wrap(A.replace('council', 'council*')), '_____', '* The lower council.', '', ...wrap(B)]
        .join('\n')
        .replace('council.\n\n', 'council.\n\f'),
    );
    isWhole(star);
    expect(star.calls.map(([word]) => word)).toEqual(['council']);
    expect(star.notes).toEqual(['The lower council.']);
    const raised = imported(
      [
        ...wrap(A.replace('council', 'council¹')),
        '',
        ...wrap(C.replace('returned', 'returned²')),
        '',
        'Notes',
        '',
        '1. The lower council.',
        '',
        '2. As far as is known.',
      ].join('\n'),
    );
    isWhole(raised);
    expect(raised.calls).toEqual([
      ['council', 'author:1'],
      ['returned', 'author:2'],
    ]);
    expect(raised.notes).toEqual(['The lower council.', 'As far as is known.']);
  });

  test('with a call after an exclamation mark', () => {
    const made = imported(
      [...wrap(A.replace('turned.', 'turned![1]')), '', 'Notes', '', '[1] The wheels.'].join('\n'),
    );
    isWhole(made);
    expect(made.calls).toEqual([['turned!', 'author:1']]);
  });

  test('with divided words', () => {
    const made = imported(
      [
        'The govern-',
        'ment of the town met every Monday and the government of',
        'the county on Tuesdays, since they had a well-',
        'known dislike of each other that was well-known to all',
        'who lived there, and a snow-',
        'white hall.',
      ].join('\n'),
      'wrapped',
    );
    isWhole(made);
    expect(made.paragraphs[0]).toContain('The government of the town');
    expect(made.paragraphs[0]).toContain('a well-known dislike');
    expect(made.doubts.filter(({ kind }) => kind === 'hyphen')).toHaveLength(1);
  });

  test('with a quotation and verse set in', () => {
    const quoted = wrap(B, 50).map((line) => `      ${line}`);
    const verse = ['      The wheel is still,', '      The miller gone,', '      And on the hill'];
    const made = imported(
      [...wrap(A), '', ...quoted, '', ...wrap(C), '', ...verse, '', ...wrap(A)].join('\n'),
    );
    isWhole(made);
    expect(made.blocks.map(({ kind }) => kind)).toEqual(['prose', 'quotation', 'prose', 'verse', 'prose']);
  });
});

describe('a paragraph in each line', () => {
  test.each([
    ['[1] ', (n: number) => `[${String(n)}]`, (n: number) => `[${String(n)}]`],
    ['1. ', (n: number) => `[${String(n)}]`, (n: number) => `${String(n)}.`],
    ['1 ', (n: number) => String(n), (n: number) => String(n)],
    ['(1) ', (n: number) => ` (${String(n)})`, (n: number) => `(${String(n)})`],
  ])('with notes as %j', (_, call, mark) => {
    const made = imported(
      [
        A.replace('spring', `spring${call(1)}`),
        B,
        C.replace('theirs', `theirs${call(2)}`),
        'Notes',
        `${mark(1)} So the clerk.`,
        `${mark(2)} Lost.`,
      ].join('\n\n'),
    );
    isWhole(made);
    expect(made.paragraphs).toEqual([A, B, C]);
    expect(made.notes).toEqual(['So the clerk.', 'Lost.']);
    expect(made.calls.map(([, label]) => label)).toEqual(['author:1', 'author:2']);
  });

  test('keeps words that Markdown would act on', () => {
    const hostile = [
      '1. First, _so_ they said; &amp; *** and <b>.',
      '- A dash begins this one, as in plays.',
      '# not a heading, since it ends so.',
      'See http://example.org/a_b_c and [^1] or :pb[3].',
      '> quoted, they say.',
      'It ends ^p3',
    ];
    const made = imported(hostile.join('\n\n'), 'paragraph');
    isWhole(made);
    expect(made.paragraphs).toEqual(hostile);
  });

  test('reports calls without notes and notes without calls, and keeps both', () => {
    const made = imported([`${A} [7]`, `${B} [1]`, C, '[1] One.', '[2] Two.'].join('\n\n'));
    isWhole(made);
    expect(made.doubts.map(({ kind, line }) => [kind, line])).toEqual([
      ['call', 1],
      ['note', 9],
    ]);
  });
});

describe('the signs of a file', () => {
  const utf16 = (text: string) => new Uint8Array([0xff, 0xfe, ...Buffer.from(text, 'utf16le')]);
  test.each([
    [
      'Windows-1252',
      new Uint8Array(Buffer.from('The caf\u00e9 of the town.\n', 'latin1')),
      'The café of the town.',
      /windows-1252/,
    ],
    ['UTF-16 with a mark', utf16('The café of the town.\n'), 'The café of the town.', undefined],
    ['UTF-8 with a mark', encode('\uFEFFThe café of the town.\r\n'), 'The café of the town.', undefined],
    [
      'lines that end in carriage returns',
      encode('The café of the town.\r'),
      'The café of the town.',
      undefined,
    ],
    ['a control character', encode('The ca\u0007fé of the town.'), 'The café of the town.', /U\+0007/],
  ])('%s', (_, bytes, words, doubt) => {
    const made = importText(bytes, { id: 'a', file: 'a.txt', hand: 'author', lines: 'wrapped' });
    expect(made.problems).toEqual([]);
    expect(parseMarkdown(made.files.get('text.md') as string, 'text.md').value.body.at(-1)).toMatchObject({
      text: { words },
    });
    expect(made.doubts.map(({ fact }) => fact).join()).toMatch(doubt ?? /^$/);
    expect([...made.files.values()]).toContainEqual(bytes);
  });

  test('a file without words is refused', () => {
    expect(() => importText(encode(' \n\f\n'), { id: 'a', file: 'a.txt', hand: 'author' })).toThrow(
      /no words/,
    );
  });
});

test('text of Project Gutenberg is taken out of its frame', () => {
  const made = imported(
    [
      'The Project Gutenberg eBook of The Mill',
      '',
      'This ebook is for the use of anyone.',
      '',
      '*** START OF THE PROJECT GUTENBERG EBOOK THE MILL ***',
      '',
      ...wrap(A),
      '',
      ...wrap(B),
      '',
      '*** END OF THE PROJECT GUTENBERG EBOOK THE MILL ***',
      '',
      'Section 1. General Terms of Use',
    ].join('\n'),
  );
  isWhole(made);
  expect(made.paragraphs).toEqual([A, B]);
});

const word = fc.stringMatching(/^[a-z]{2,9}$/);
const sentence = fc.array(word, { minLength: 12, maxLength: 40 }).map((words) => `Tr${words.join(' ')}.`);

/** No two begin alike: what pages begin alike with is a running head. */
const numbered = (texts: string[]) =>
  texts.map((text, i) => text.replace('Tr', `Tr${'abcdefghi'.charAt(i).repeat(4)}`));

test('any text that is wrapped, paged and annotated comes back with every word', () => {
  fc.assert(
    fc.property(
      fc.array(sentence, { minLength: 3, maxLength: 9 }).map(numbered),
      fc.integer({ min: 40, max: 75 }),
      fc.integer({ min: 1, max: 3 }),
      (texts, width, perPage) => {
        const pages: string[] = [];
        const expectedNotes: string[] = [];
        for (let i = 0; i < texts.length; i += perPage) {
          const n = expectedNotes.length + 1;
          const own = texts.slice(i, i + perPage);
          const body = own.map((text, j) =>
            wrap(j === 0 ? text.replace('.', `.[${String(n)}]`) : text, width).join('\n'),
          );
          expectedNotes.push(`Remark ${String(n)} of the clerk.`);
          pages.push([...body, `[${String(n)}] Remark ${String(n)} of the clerk.`].join('\n\n'));
        }
        const made = imported(`${pages.join('\n\f')}\n`, 'wrapped');
        isWhole(made);
        expect(made.paragraphs.join(' ')).toBe(texts.join(' '));
        expect(made.notes).toEqual(expectedNotes);
        expect(made.calls.map(([, label]) => label)).toEqual(
          expectedNotes.map((_, i) => `author:${String(i + 1)}`),
        );
      },
    ),
    { numRuns: 60 },
  );
});

test('any lines at all come back with every word', () => {
  const line = fc.oneof(
    fc.constant(''),
    fc.stringMatching(/^[ -~“”’–]{0,70}$/),
    fc.constantFrom(
      '1 Note',
      '[1] x',
      '* y',
      '____',
      'II',
      'Notes',
      '\fa',
      'b-',
      'word  ',
      '   in set',
      '12',
      '* * *',
    ),
  );
  fc.assert(
    fc.property(
      fc.array(line, { minLength: 1, maxLength: 25 }),
      fc.constantFrom('wrapped' as const, 'paragraph' as const),
      (lines, how) => {
        isWhole(imported(['Some words stand here first.', '', ...lines].join('\n'), how));
      },
    ),
    { numRuns: 300, seed: 1937 },
  );
});
