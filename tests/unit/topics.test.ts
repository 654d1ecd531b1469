import { describe, expect, test } from 'vitest';
import { readContent } from '../../src/content-files.ts';
import { assemble } from '../../src/edition/assemble.ts';
import { meetingsOf, paragraphsShown } from '../../src/edition/topics.ts';
import { excerptsOf } from '../../src/exports/excerpt.ts';

const raw = await readContent('.');
const { edition, problems } = assemble(raw);
const topics = edition?.topics ?? [];
const passages = topics.flatMap(({ rows }) =>
  rows.flatMap(({ sides }) => sides.flatMap((side) => side.passages.map((one) => ({ side, one })))),
);

/** What is wrong when one topic more is read, with this front matter over a sound one. */
function problemsWith(matter: string) {
  const text = `---\ntitle: A\nquestion: A?\norder: 999\nchecked: read\n${matter}\n---\n\nWords.\n`;
  const file = { file: 'content/topics/zz.mdx', text };
  return problemsOf(file);
}

/** What is wrong with a file that is read as one topic more, but for its address, which is new. */
function problemsOf(file: { file: string; text: string }) {
  const records = [...raw.records, { folder: 'topics' as const, id: 'zz', file }];
  return assemble({ ...raw, records }).problems.filter(({ code }) => code !== 'page-unpublished');
}

const summaries = 'summaries: { strong-1934: One., james-1937-13: Two. }';

test('the topics of the edition have no problem and stand in their order', () => {
  expect(problems).toEqual([]);
  expect(topics.length).toBeGreaterThanOrEqual(20);
  const orders = topics.map(({ header }) => header.order);
  expect(orders).toEqual(orders.toSorted((a, b) => a - b));
});

test('every topic sets both texts side by side, with a summary of each', () => {
  for (const { id, rows, summaries: all } of topics) {
    expect(
      all.map(({ source }) => source.id),
      id,
    ).toEqual(['strong-1934', 'james-1937-13']);
    expect(
      rows.some(({ sides }) => sides.length > 1),
      id,
    ).toBe(true);
    for (const { sides } of rows) expect(sides.length, id).toBeGreaterThan(0);
  }
});

test('every word that a page quotes stands in its paragraph, in its order', () => {
  expect(passages.length).toBeGreaterThan(100);
  for (const { side, one } of passages) {
    expect(one.source).toBe(side.source);
    for (const { paragraph, html } of excerptsOf(one)) {
      const words = html
        .replace(/<(span|a) [^>]*data-apparatus>[^<]*<\/\1>/g, '')
        .replace(/<[^>]+>/g, '')
        .replace(/&(lt|gt|quot|amp);/g, (_, name: string) => ({ lt: '<', gt: '>', quot: '"' })[name] ?? '&')
        .trim();
      expect(words).not.toBe('');
      expect(paragraph.words).toContain(words);
      if ('words' in one) expect(words).toBe(one.words);
      expect(html.startsWith('<span class="left-out"')).toBe(!paragraph.words.startsWith(words));
      expect(html.endsWith('[…]</span>')).toBe(!paragraph.words.endsWith(words));
    }
  }
});

describe('an editor is told of', () => {
  test('a passage under another source', () => {
    const [problem] = problemsWith(
      `${summaries}\nrows:\n  - point: P\n    passages: { strong-1934: [james-1937-13#p1] }`,
    );
    expect(problem).toMatchObject({ code: 'passage-source', place: { line: 9 } });
  });

  test('a source that is quoted without a summary', () => {
    const [problem] = problemsWith(
      'summaries: { strong-1934: One. }\nrows:\n  - point: P\n    passages: { james-1937-13: [james-1937-13#p1] }',
    );
    expect(problem).toMatchObject({ code: 'topic-summary' });
  });

  test('the number of another topic', () => {
    const rows = 'rows:\n  - point: P\n    passages: { strong-1934: [strong-1934#p1] }';
    const codes = problemsWith(`${summaries}\n${rows}`).map(({ code }) => code);
    expect(codes).toEqual([]);
    const file = {
      file: 'content/topics/zz.mdx',
      text: raw.records.find(({ folder }) => folder === 'topics')?.file.text ?? '',
    };
    expect(problemsOf(file).map(({ code }) => code)).toEqual(['topic-order']);
  });
});

describe('where topics use a paragraph', () => {
  const strong = edition?.sources.find(({ id }) => id === 'strong-1934');
  const meetings = strong ? meetingsOf(strong, topics) : new Map<string, never>();

  test('each passage is met, with what the other text says', () => {
    const met = meetings.get('p9')?.map(({ topic, row, others }) => ({
      topic: topic.id,
      point: row.point,
      others: others.flatMap((side) => side.passages.map(({ at }) => at)),
    }));
    expect(met).toContainEqual({
      topic: 'kulak',
      point: 'In the village or from above',
      others: ['james-1937-13#p11', 'james-1937-13#p8'],
    });
  });

  test('a row of one side meets all that the other says in the topic', () => {
    const alone = meetings.get('p9')?.find(({ row }) => row.point === 'Who was meant');
    expect(alone?.others.flatMap((side) => side.passages.map(({ at }) => at))).toEqual([
      'james-1937-13#p11',
      'james-1937-13#p8',
      'james-1937-13#p9',
      'james-1937-13#p11',
      'james-1937-13#p3',
      'james-1937-13#p9',
      'james-1937-13#p8',
    ]);
  });

  test('the paragraphs of a topic are counted once', () => {
    const kulak = topics.find(({ id }) => id === 'kulak');
    expect(kulak && strong && paragraphsShown(kulak, strong).map(({ anchor }) => anchor)).toEqual([
      'p9',
      'p11',
      'p10',
      'p37',
    ]);
  });
});
