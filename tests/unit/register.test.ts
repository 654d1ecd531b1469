/** The register: whom the texts name, hand by hand, and how a page shows it. */
import { tokens } from '../../src/edition/normalise.ts';
import { describe, expect, test } from 'vitest';
import type { Entity, Note, Source } from '../../src/edition/model.ts';
import {
  contextsOf,
  countsOf,
  makeRegister,
  otherForms,
  standingForms,
  type RegisterEntry,
} from '../../src/edition/register.ts';
import { wasSeen, workHeading, workName, worksOf, workSort } from '../../src/edition/works.ts';

const entityOf = (given: Partial<Entity>): Entity =>
  ({
    kind: 'person',
    id: 'anna',
    name: 'Anna Berg',
    sort: 'Berg, Anna',
    forms: ['Berg'],
    other: ['Анна Берг', 'BERG'],
    ambiguous: [],
    exclude: [],
    references: [],
    checked: 'standard',
    ...given,
  }) as Entity;

const noteOf = (id: string, hand: Note['hand'], words: string): Note =>
  ({
    id,
    hand,
    sourceId: 'a',
    paragraphs: [{ words }],
    header: { references: [], title: id },
  }) as unknown as Note;

const paragraphOf = (number: string, words: string) => ({ anchor: `p${number}`, number, words });

const sourceOf = (id: string, given: Partial<Source>): Source =>
  ({
    id,
    header: { short: id.toUpperCase() },
    divisions: [],
    witnessNotes: [],
    editorNotes: [],
    ...given,
  }) as unknown as Source;

const divisionOf = (heading: string, supplied: boolean, ...texts: string[]) =>
  ({
    anchor: 's1',
    heading,
    supplied,
    order: 1,
    paragraphs: texts.map((words, index) => paragraphOf(String(index + 1), words)),
  }) as unknown as Source['divisions'][number];

function entryOf(entity: Entity, ...sources: Source[]): RegisterEntry {
  const entry = makeRegister({ entities: [entity], sources }).get(entity);
  if (!entry) throw new Error('The register leaves out an entity.');
  return entry;
}

describe('an entry of the register', () => {
  const source = sourceOf('a', {
    divisions: [divisionOf('On Anna Berg', false, 'Berg spoke. BERG’s plan.', 'Nobody.', 'A berg, a Berg.')],
    witnessNotes: [
      noteOf('transcriber-1', 'transcriber-note', 'Berg.'),
      noteOf('author-1', 'author-note', 'Berg.'),
    ],
    editorNotes: [noteOf('berg', 'editor-note', 'Anna Berg lived.')],
  });
  const entry = entryOf(entityOf({}), source);

  test('has headings and paragraphs, then the notes hand by hand', () => {
    const blocks = entry.sources.flatMap((of) => of.blocks);
    expect(blocks.map(({ block, places }) => [block.hand, block.id, places.length])).toEqual([
      ['author', 's1', 1],
      ['author', 'p1', 2],
      ['author', 'p3', 2],
      ['author-note', 'author-1', 1],
      ['transcriber-note', 'transcriber-1', 1],
      ['editor-note', 'berg', 1],
    ]);
    expect(entry.count).toBe(8);
  });

  test('has no heading that the edition supplied', () => {
    const supplied = sourceOf('a', { divisions: [divisionOf('Anna Berg', true, 'None.')] });
    expect(entryOf(entityOf({}), supplied).count).toBe(0);
  });

  test('counts the forms that stand there by hand, without capitals and genitives', () => {
    expect(entry.forms[0]).toEqual({
      hand: 'author',
      forms: [
        { form: 'Berg', count: 4 },
        { form: 'Anna Berg', count: 1 },
      ],
    });
    expect(entry.forms.map(({ hand }) => hand)).toEqual([
      'author',
      'author-note',
      'transcriber-note',
      'editor-note',
    ]);
    expect(standingForms(entry)).toEqual(['Berg', 'Anna Berg']);
  });

  test('names as other forms only what stands nowhere', () => {
    expect(otherForms(entry)).toEqual(['Анна Берг']);
  });

  test('says in a line how often each source names it, and few words of many', () => {
    expect(countsOf(entry)).toBe('A: 8 (3 in notes)');
    const inNote = sourceOf('b', { witnessNotes: [noteOf('author-1', 'author-note', 'Berg.')] });
    expect(countsOf(entryOf(entityOf({}), inNote))).toBe('B: 1 (in notes)');
    const many = Array.from({ length: 30 }, (_, index) =>
      sourceOf(`s${String(index)}`, { divisions: [divisionOf('', false, 'Berg.')] }),
    );
    expect(countsOf(entryOf(entityOf({}), ...many))).toBe('30 times in 30 sources');
  });

  test('is there, and empty, for what no text names', () => {
    expect(entryOf(entityOf({ name: 'Nobody else', forms: [], other: [] }), source)).toMatchObject({
      sources: [],
      count: 0,
      forms: [],
    });
  });
});

describe('the context of a mention', () => {
  const contexts = (words: string) => {
    const entry = entryOf(entityOf({}), sourceOf('a', { divisions: [divisionOf('', false, words)] }));
    return entry.sources.flatMap((of) => of.blocks.flatMap(contextsOf));
  };
  const filler = (length: number) => Array.from({ length }, (_, index) => `w${String(index)}`).join(' ');
  const written = (words: string) =>
    contexts(words).map(({ isCut, parts }) =>
      [
        isCut.before ? '… ' : '',
        ...parts.map((part) => (part.isMarked ? `<${part.words}>` : part.words)),
        isCut.after ? ' …' : '',
      ].join(''),
    );

  test('is the whole of a short paragraph', () => {
    expect(written('“Then Berg, who spoke.”')).toEqual(['“Then <Berg>, who spoke.”']);
  });

  test('is twelve words on each side of it in a long one', () => {
    expect(written(`${filler(13)} Berg ${filler(13)}.`)).toEqual([
      '… w1 w2 w3 w4 w5 w6 w7 w8 w9 w10 w11 w12 <Berg> w0 w1 w2 w3 w4 w5 w6 w7 w8 w9 w10 w11 …',
    ]);
    expect(written(`${filler(12)} Berg ${filler(12)}.`)).toEqual([`${filler(12)} <Berg> ${filler(12)}.`]);
  });

  test('is one for mentions that are near each other, two for others', () => {
    expect(written(`Berg ${filler(20)} Berg`)).toEqual([`<Berg> ${filler(20)} <Berg>`]);
    expect(written(`Berg ${filler(40)} Berg`)).toHaveLength(2);
  });

  test('takes no word from the text and adds none', () => {
    const words = `${filler(5)} Berg ${filler(9)} Berg’s, Anna Berg; ${filler(4)}`;
    expect(
      contexts(words)
        .flatMap(({ parts }) => parts.map((part) => part.words))
        .join(''),
    ).toBe(words);
  });
});

test('a register of 1,000 sources is made in one pass', () => {
  const sources = Array.from({ length: 1000 }, (_, index) =>
    sourceOf(`s${String(index)}`, {
      divisions: [divisionOf('', false, ...Array.from({ length: 10 }, () => 'Some words and Berg in them.'))],
    }),
  );
  let asked = 0;
  const entity = entityOf({});
  const register = makeRegister({ entities: [entity], sources }, (_place, words) => {
    asked += 1;
    return tokens(words)
      .filter(({ token }) => token === 'berg')
      .map(({ start, end }) => ({ entity, start, end }));
  });
  expect(asked).toBe(10_000);
  expect(register.get(entity)?.count).toBe(10_000);
});

describe('the works', () => {
  const works = worksOf({
    works: new Map([
      ['zed', { id: 'zed', type: 'book', title: 'The Title', author: [{ family: 'Zed', given: 'Q.' }] }],
      ['held', { id: 'held', type: 'webpage', title: '[title not recorded]', 'container-title': 'Holder' }],
    ]),
    entities: [
      entityOf({ kind: 'work', id: 'zed', name: 'Title' }),
      entityOf({ kind: 'work', id: 'only-named', name: 'A Pamphlet', sort: 'Pamphlet, A' }),
      entityOf({ references: [{ id: 'zed', seen: false }] }),
    ],
    sources: [],
    topics: [],
    figures: [],
    pages: [],
  });

  test('are those of the bibliography and those that the texts name, each once, by author and title', () => {
    expect(works.map((entry) => [entry.id, workHeading(entry), workSort(entry)])).toEqual([
      ['held', 'Holder, [title not recorded]', 'Holder, title not recorded]'],
      ['only-named', 'A Pamphlet', 'Pamphlet, A'],
      ['zed', 'Zed, Q., The Title', 'Zed, Q., Title'],
    ]);
    expect(works.map(workName)).toEqual(['Holder, [title not recorded]', 'A Pamphlet', 'Zed, The Title']);
  });

  test('are cited by all that can rest on works, each with its place and in one order', () => {
    const references = (locator: string, seen = true) => [{ id: 'held', locator, seen }];
    const note = { id: 'n', header: { references: references('in a note') } };
    const statement = { id: 'p3', name: 'The famine', references: references('on a page', false) };
    const [held] = worksOf({
      works: new Map([['held', { id: 'held', type: 'book', title: 'Held' }]]),
      sources: [{ id: 'a', editorNotes: [note] }],
      entities: [entityOf({ references: references('in a register') })],
      topics: [{ id: 't', header: { references: references('in a topic') } }],
      figures: [
        { id: 'f', series: [{ references: [] }, { references: references('in a chart', false) }] },
        { id: 'g', series: [{ references: [{ id: 'unknown', seen: true }] }] },
      ],
      pages: [{ id: 'context', title: 'Context', statements: [statement] }],
    } as unknown as Parameters<typeof worksOf>[0]);
    expect(held?.citations.map(({ by, locator, seen }) => [by.kind, locator, seen])).toEqual([
      ['note', 'in a note', true],
      ['entity', 'in a register', true],
      ['topic', 'in a topic', true],
      ['figure', 'in a chart', false],
      ['page', 'on a page', false],
    ]);
    expect(held?.citations[3]?.by).toMatchObject({ figure: { id: 'f' }, index: 1 });
    expect(held?.citations[4]?.by).toMatchObject({ page: { id: 'context' }, statement });
  });

  test('are cited by entities, and were seen or not', () => {
    expect(works.map(({ citations }) => citations.length)).toEqual([0, 0, 1]);
    expect(works.map(wasSeen)).toEqual([undefined, undefined, false]);
  });
});
