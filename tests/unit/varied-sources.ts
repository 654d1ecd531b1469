/** Sources that differ in everything that a citation is made of; the same ones for the same seed. */
import fc from 'fast-check';
import type { Note, NoteHand, Source } from '../../src/edition/model.ts';
import type { SourceHeader } from '../../src/schemas/source.ts';

const family = fc.constantFrom(
  ...[
    'Strong',
    'James',
    'O’Neil',
    'van der Berg',
    'de la Cruz',
    'Müller',
    'Smith-Jones',
    'Li',
    'Smith',
    'St. John',
  ],
);
const given = fc.constantFrom(
  ...['Anna Louise', 'C. L. R.', 'J.', 'Jean-Paul', 'Mary, Jr.', 'W. E. B.', 'André', 'John', 'Jane', 'A.'],
);
const word = fc.constantFrom(
  ...'The state and power of workers’ “democracy” in Moscow: a ‘leader’ & Plan <i>Pravda</i> O’Connor naïve Ко́миссар — why? what! (part) kulaks, 77 ¶ para. trade-union'.split(
    ' ',
  ),
);
const words = fc.array(word, { minLength: 1, maxLength: 9 }).map((list) => list.join(' '));
const container = fc.constantFrom(
  ...[
    'The American Mercury',
    'World Revolution, 1917–1936: The Rise',
    'workers’ weekly',
    '“Bulletin” & Notes',
    'A <B>',
  ],
);
const short = fc.oneof(
  fc.tuple(family, fc.integer({ min: 1850, max: 1950 })).map(([name, year]) => `${name} ${String(year)}`),
  fc.constantFrom(
    'James 1937, ch. 13',
    'Strong 1934a',
    'Anon.',
    'Nª 5',
    'Why?',
    '“Plan” 1931',
    'A & B 1930',
    'Li on Li 2',
    'on',
  ),
);
const by = fc.constantFrom<'witness' | 'edition'>('witness', 'witness', 'edition');
const year = fc.integer({ min: 1850, max: 1950 }).map(String);
const two = (max: number) => fc.integer({ min: 1, max }).map((number) => String(number).padStart(2, '0'));
const date = fc.oneof(
  year,
  fc.tuple(year, two(12)).map((parts) => parts.join('-')),
  fc.tuple(year, two(12), two(28)).map((parts) => parts.join('-')),
  fc.tuple(year, two(6)).map(([of, month]) => `${of}-${month}/${of}-12`),
);
const supplied = (...texts: string[]) =>
  fc.option(fc.record({ text: fc.constantFrom(...texts), 'supplied-by': by }), { nil: undefined });
const maybe = (...texts: string[]) => fc.option(fc.constantFrom(...texts), { nil: undefined });

const header = fc.record({
  title: fc.record({ text: words, 'supplied-by': by }),
  short,
  authors: fc.array(
    fc.record({
      name: fc.constant('A name'),
      family,
      given,
      dates: fc.constant('1885–1970'),
      certainty: fc.constantFrom('certain', 'attributed'),
      'supplied-by': by,
    }),
    { minLength: 1, maxLength: 4 },
  ),
  date,
  container: fc.record({
    title: container,
    volume: supplied('33', 'XII', '2', '5a', '1–2'),
    issue: supplied('130', '7–8', 'Spring'),
    chapter: maybe('13', 'IV'),
    pages: supplied('169–179', '5', '101–102', 'A3', 'xi–xiv', '12, 15'),
    place: maybe('New York', 'New York & London', 'Москва'),
    publisher: maybe('Alfred A. Knopf', 'Martin Secker and Warburg', 'Workers’ Press'),
  }),
  type: fc.constantFrom(
    ...([
      'article-magazine',
      'article-journal',
      'article-newspaper',
      'chapter',
      'book',
      'pamphlet',
      'document',
    ] as const),
  ),
  language: fc.constantFrom('en', 'en-GB', 'ru'),
});

/** Sources on the pattern of one, each with a note in every hand. */
export function variedSources(like: Source, numRuns: number, seed: number): Source[] {
  return fc.sample(header, { numRuns, seed }).map((made, index) => ({
    ...like,
    id: `source-${String(index)}`,
    header: { ...like.header, ...withoutNothing(made) },
    witnessNotes: [note('author-note'), note('transcriber-note')],
    editorNotes: [note('editor-note')],
  }));
}

function note(hand: NoteHand): Note {
  const place = { file: 'notes' };
  return {
    id: `${hand}-1`,
    hand,
    label: `${hand}:1`,
    mark: '1',
    sourceId: '',
    paragraphs: [],
    replies: [],
    place,
  };
}

/** Without the keys whose value is undefined, which no header has. */
function withoutNothing(made: object): Partial<SourceHeader> {
  return JSON.parse(JSON.stringify(made)) as Partial<SourceHeader>;
}
