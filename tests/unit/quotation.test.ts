import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readContent } from '../../src/content-files.ts';
import { assemble } from '../../src/edition/assemble.ts';
import { checkQuotation, mostPlaces } from '../../src/search/quotation/check-quotation.ts';
import type { Finding } from '../../src/search/quotation/finding.ts';
import { tokens } from '../../src/edition/normalise.ts';
import { maximumWords, parseQuotation } from '../../src/search/quotation/quotation.ts';
import { queriesFor } from '../../src/search/quotation/quotation-queries.ts';
import { stretchesInQuotationMarks } from '../../src/search/quotation/quotation-marks.ts';
import { sourceWords, type SourceWords } from '../../src/search/source-words.ts';
import { isSpelledAlike } from '../../src/search/quotation/spelling.ts';
import { hostileText } from './hostile-text.ts';
import { bodiesOf, damages, salad, sample, shuffled, type Sample } from './quotation-samples.ts';
import { random } from '../../src/cli/bench/random.ts';

const { edition } = assemble(await readContent('.'));
if (!edition) throw new Error('The edition cannot be read.');
const sources = edition.sources.map((source) => sourceWords(source, () => []));
const bodies = bodiesOf(sources);

const check = (input: string, among: SourceWords[] = sources): Finding[] =>
  checkQuotation(parseQuotation(input), among);
const folded = (text: string): string =>
  ` ${tokens(text)
    .map(({ token }) => token)
    .join(' ')} `;

/** The passage of a finding, cut from the sources and not from its steps. */
function passage({ sourceId, hand, first, last, start, end }: Finding): string {
  const source = sources.find(({ id }) => id === sourceId);
  const blocks = hand === 'author' ? source?.paragraphs : source?.notes.filter((note) => note.hand === hand);
  const [from, to] = [first, last].map((id) => blocks?.findIndex((block) => block.id === id) ?? -1);
  const words = (blocks ?? []).slice(from, (to ?? 0) + 1).map((block) => block.words);
  const cut = words.slice(0, -1).reduce((sum, one) => sum + one.length + 2, 0) + end;
  return words.join('\n\n').slice(start, cut);
}

/** Found where it was taken from, under its hand, or where the same words stand. */
function isRight({ body, words, blocks }: Sample, finding: Finding | undefined): boolean {
  if (!finding?.isFound) return false;
  const isThere =
    finding.sourceId === body.sourceId &&
    finding.hand === body.hand &&
    (blocks.includes(finding.first) || blocks.includes(finding.last));
  return isThere || folded(passage(finding)).includes(folded(words));
}

/** A quotation of a small text of one paragraph and, if given, one note. */
const source = (words: string, note?: string): SourceWords => ({
  id: 'letter-1900',
  short: 'Letter 1900',
  language: 'en',
  sections: [],
  paragraphs: words
    .split('\n\n')
    .map((one, index) => ({ id: `p${index + 1}`, number: `${index + 1}`, words: one })),
  notes:
    note === undefined
      ? []
      : [{ id: 'transcriber-1', hand: 'transcriber-note', name: 'Transcriber’s note 1', words: note }],
});
const stepsOf = (input: string, words: string): string[] =>
  (check(input, [source(words)])[0]?.steps ?? []).map(
    ({ kind, quoted, text }) =>
      `${kind}: ${quoted.trim()}${quoted.trim() === text.trim() ? '' : ` | ${text.trim()}`}`,
  );

describe('a quotation of the edition', () => {
  test('is found at its place, letter for letter: 98 of 100 and more', () => {
    const next = random(1);
    const samples = Array.from({ length: 100 }, () => sample(bodies, next));
    const findings = samples.map((one) => check(one.words)[0]);
    const right = samples.filter((one, index) => isRight(one, findings[index])).length;
    const exact = findings.filter((finding) => finding?.agreement === 'letters').length;
    const fromNotes = samples.filter(({ body }) => body.hand !== 'author').length;
    expect(fromNotes).toBeGreaterThanOrEqual(25);
    expect(right, `${right} of 100 at their place`).toBeGreaterThanOrEqual(98);
    expect(exact, `${exact} of 100 letter for letter`).toBeGreaterThanOrEqual(98);
  });

  test('is found when it is damaged: 95 of 100 and more', () => {
    const next = random(2);
    const wrong: string[] = [];
    let total = 0;
    const tryOne = (one: Sample, names: string[]) => {
      total += 1;
      const input = names.reduce((text, name) => damages[name]?.(text, next) ?? text, one.words);
      if (!isRight(one, check(input)[0])) wrong.push(`${names.join(' + ')}: ${input}`);
    };
    const names = Object.keys(damages);
    for (const name of names) for (let time = 0; time < 8; time += 1) tryOne(sample(bodies, next, 6), [name]);
    for (let time = 0; time < 100; time += 1) {
      const several = names.slice(0, -1).filter(() => next() < 0.27);
      if (next() < 0.5) several.push(names.at(-1) ?? '');
      tryOne(sample(bodies, next, 8), several);
    }
    const share = 1 - wrong.length / total;
    expect(share, `${total - wrong.length} of ${total}\n${wrong.join('\n')}`).toBeGreaterThanOrEqual(0.95);
  });

  test('is found under its own hand, for every note', () => {
    for (const { hand, sourceId, words, blocks } of bodies.filter((body) => body.hand !== 'author')) {
      const findings = check(words).filter(({ distance }) => distance === 0);
      // Some notes have the same words, such as a book and its page.
      expect(new Set(findings.map((finding) => finding.hand))).toEqual(new Set([hand]));
      const places = findings.map((finding) => `${finding.sourceId} ${finding.first}`);
      expect(places).toContain(`${sourceId} ${blocks[0]?.id ?? ''}`);
    }
  });

  test('from a transcriber’s note is never called the author’s', () => {
    const next = random(3);
    const notes = bodies.filter(({ hand }) => hand === 'transcriber-note');
    const authors = bodies.filter(({ hand }) => hand === 'author').map(({ words }) => folded(words));
    for (const { words } of notes) {
      for (let time = 0; time < 20; time += 1) {
        const places = tokens(words);
        const first = Math.floor(next() * Math.max(1, places.length - 6));
        const part = words.slice(places[first]?.start, places[Math.min(places.length - 1, first + 6)]?.end);
        if (authors.some((text) => text.includes(folded(part)))) continue;
        for (const input of [part, damages['misspelled']?.(part, next) ?? part])
          for (const { hand, isFound } of check(input))
            expect(isFound && hand === 'author', input).toBe(false);
      }
    }
  });

  test('of any stretch of a paragraph is found there or where the same words stand, letter for letter', () => {
    const paragraphs = sources.flatMap((one) => one.paragraphs.map((paragraph) => ({ one, paragraph })));
    fc.assert(
      fc.property(
        fc.constantFrom(...paragraphs),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        ({ one, paragraph }, a, b) => {
          const places = tokens(paragraph.words);
          const [first, last] = [a, b]
            .map((share) => Math.min(places.length - 1, Math.floor(share * places.length)))
            .sort((x, y) => x - y);
          const words = paragraph.words.slice(places[first ?? 0]?.start, places[last ?? 0]?.end);
          const findings = check(words);
          expect(findings[0]?.agreement).toBe('letters');
          expect(passage(findings[0] as Finding)).toBe(words);
          const isThere = findings.some(
            ({ sourceId, first: id }) => sourceId === one.id && id === paragraph.id,
          );
          expect(isThere || findings.length === mostPlaces).toBe(true);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('foreign words', () => {
  /** What the check claims of them, if anything. */
  const claims = (inputs: string[]): string[] =>
    inputs.flatMap((input) => {
      const [finding] = check(input);
      return finding && finding.coverage !== 'not-found' ? [`${finding.coverage}: ${input}`] : [];
    });
  const foreign = JSON.parse(readFileSync('tests/fixtures/quotations/foreign.json', 'utf8')) as {
    words: string;
  }[];

  test('are never found: 100 passages of other texts', () => {
    expect(foreign).toHaveLength(100);
    expect(claims(foreign.map(({ words }) => words))).toEqual([]);
  });

  test('are never found: sentences of the edition with their words in another order', () => {
    const next = random(4);
    expect(
      claims(Array.from({ length: 100 }, () => shuffled(sample(bodies, next, 8, 60).words, next))),
    ).toEqual([]);
  });

  test('are never found: words that follow one another in pairs only', () => {
    const next = random(5);
    expect(
      claims(Array.from({ length: 60 }, () => salad(bodies, next, 10 + Math.floor(next() * 70)))),
    ).toEqual([]);
  });

  test('get the nearest passage, and how far it is', () => {
    const [nearest, ...others] = check(foreign[0]?.words ?? '');
    expect(others).toEqual([]);
    expect(nearest?.coverage).toBe('not-found');
    expect(nearest?.distance).toBeGreaterThan(0.5);
    expect(nearest?.common).toBeLessThan(nearest?.words ?? 0);
  });

  test('beside words of the edition are told from them', () => {
    const [own, other] = [sources[0]?.paragraphs[1]?.words ?? '', sources[1]?.paragraphs[3]?.words ?? ''];
    const strange = foreign[25]?.words ?? '';
    for (const input of [`${own} ${strange}`, `${strange} ${own}`]) {
      const findings = check(input);
      expect(
        findings.map(({ coverage, first, quoted }) => [
          coverage,
          first,
          input.slice(quoted.start, quoted.end).trim(),
        ]),
      ).toEqual([['partly', sources[0]?.paragraphs[1]?.id, own]]);
    }
    const both = check(`${own} ${strange} ${other}`);
    expect(both.map(({ coverage, sourceId }) => [coverage, sourceId]).sort()).toEqual([
      ['partly', sources[1]?.id],
      ['partly', sources[0]?.id],
    ]);
  });
});

describe('steps', () => {
  const text =
    'The better-to-do peasants, who “hired” labour today, would be sent away. Many of them came back again after that.';

  test.each([
    ['who “hired” labour today', ['same: who “hired” labour today']],
    ['who "hired" labour today', ['same: who "hired" labour today | who “hired” labour today']],
    [
      'peasants who hired labour',
      ['punctuation: peasants who hired | peasants, who “hired”', 'same: labour'],
    ],
    [
      'who hired labor to-day, wouldbe sent away',
      [
        'punctuation: who hired | who “hired”',
        'spelling: labor to-day, wouldbe | labour today, would be',
        'same: sent away',
      ],
    ],
    [
      'The better-to-do farmers, who “hired” labour today, would',
      ['same: The better-to-do', 'other: farmers, | peasants,', 'same: who “hired” labour today, would'],
    ],
    [
      'labour today, would surely be sent away. Many',
      ['same: labour today, would', 'added: surely |', 'same: be sent away. Many'],
    ],
    [
      'labour today, would be away. Many of them',
      ['same: labour today, would be', 'missing:  | sent', 'same: away. Many of them'],
    ],
    [
      'The better-to-do peasants … would be sent away.',
      [
        'same: The better-to-do peasants | The better-to-do peasants,',
        'left-out: … | who “hired” labour today,',
        'same: would be sent away.',
      ],
    ],
    [
      'The better-to-do peasants [kulaks], who “hired” labour',
      [
        'same: The better-to-do peasants | The better-to-do peasants,',
        'inserted: [kulaks], |',
        'same: who “hired” labour',
      ],
    ],
    [
      'The better-to-do peasants, who [sic] would be sent away. Many',
      [
        'same: The better-to-do peasants, who',
        'inserted: [sic] |',
        'missing:  | “hired” labour today,',
        'same: would be sent away. Many',
      ],
    ],
    [
      'Many of [the exiles] came back again after that.',
      ['same: Many of', 'inserted: [the exiles] | them', 'same: came back again after that.'],
    ],
    [
      '[t]he better-to-do peasants,[2] who “hired”³ labour',
      [
        'punctuation: [t]he | The',
        'same: better-to-do peasants,[2] who “hired”³ labour | better-to-do peasants, who “hired” labour',
      ],
    ],
    [
      'The better-to-do pea-\nsants, who',
      ['same: The better-to-do pea-\nsants, who | The better-to-do peasants, who'],
    ],
  ])('%s', (input, expected) => {
    expect(stepsOf(input, text)).toEqual(expected.map((step) => step.replace(/ \|$/, ' | ')));
  });

  test('joined are the quotation and the passage', () => {
    const next = random(6);
    for (let time = 0; time < 60; time += 1) {
      const one = sample(bodies, next, 6);
      const names = Object.keys(damages).filter(() => next() < 0.3);
      const input = names.reduce((words, name) => damages[name]?.(words, next) ?? words, one.words);
      for (const finding of check(input).slice(0, 3)) {
        expect(finding.steps.map(({ quoted }) => quoted).join('')).toBe(
          input.slice(finding.quoted.start, finding.quoted.end),
        );
        expect(finding.steps.map(({ text: words }) => words).join('')).toBe(passage(finding));
      }
    }
  });
});

describe('agreement', () => {
  const text = 'He said: “Don’t go—it is late.” They went, all the same.';
  test.each([
    ['“Don’t go—it is late.”', 'letters'],
    ['Don’t go—it\n is late.', 'letters'],
    ['"Don\'t go - it is late."', 'marks'],
    ['Don’t go, it is late.', 'words'],
    ['don’t go—it is late', 'words'],
    ['Don’t go—it is late!', 'words'],
    ['Don’t go—it was late.', 'differs'],
    ['Don’t … late.', 'letters'],
    ['They went', 'letters'],
    ['They went.', 'words'],
  ])('%s: %s', (input, expected) => {
    expect(check(input, [source(text)])[0]?.agreement).toBe(expected);
  });

  test.each([
    ['it is late', 'all'],
    ['He said: “Don’t go—it is late', 'some'],
    ['He said: “Don’t go', 'none'],
    ['They went, all the same', 'none'],
  ])('%s is quoted by the text: %s', (input, expected) => {
    expect(check(input, [source(text)])[0]?.quotedInText).toBe(expected);
  });

  test('a block quotation is quoted as a whole', () => {
    const quoting = source('He went home.\n\nThe end of all things is at hand.');
    for (const paragraph of quoting.paragraphs.slice(1)) paragraph.isBlockQuotation = true;
    expect(check('all things is at hand', [quoting])[0]?.quotedInText).toBe('all');
    expect(check('He went home', [quoting])[0]?.quotedInText).toBe('none');
  });
});

test.each([
  ['He “went ‘home’ now” and “so on', ['went ‘home’ now', 'so on']],
  ['The workers’ plan, Litvinoff‘s, the boys’ own', []],
  ['the ‘idea.’ But ‘tis so', ['idea.']],
  ['a "word" and "two words," she said', ['word', 'two words,']],
  ['late.” Then nothing', []],
])('%s: in quotation marks', (words, expected) => {
  expect(stretchesInQuotationMarks(words).map(({ start, end }) => words.slice(start, end))).toEqual(expected);
});

test('spellings and forms of one word are alike, other words are not', () => {
  for (const pair of [
    'labor labour',
    'organise organize',
    'planned plans',
    'emploé employé',
    'goverment government',
    'colour color',
    'programme programm',
    'kulak2 kulak',
    'peasent peasant',
  ])
    expect(isSpelledAlike(...(pair.split(' ') as [string, string])), pair).toBe(true);
  for (const pair of [
    'million billion',
    '1934 1935',
    'then than',
    'the they',
    'not now',
    'revolution evolution',
    'war was',
  ])
    expect(isSpelledAlike(...(pair.split(' ') as [string, string])), pair).toBe(false);
});

describe('short quotations', () => {
  test('are found wherever they stand equally well, the author’s text first', () => {
    const one = source('The plan, the plan. A plan.\n\nNo plan.', 'The plan again.');
    expect(check('the plan', [one]).map(({ first, start }) => [first, start])).toEqual([
      ['p1', 10],
      ['p1', 0],
      ['transcriber-1', 0],
    ]);
    expect(check('plan', [one])).toHaveLength(5);
    expect(check('the')).toHaveLength(mostPlaces);
  });

  test('need all their words in order', () => {
    const one = source('The collective farms of the Volga were rich in those years.');
    expect(check('farms of the Don', [one])[0]?.isFound).toBe(false);
    expect(check('collective farm', [one])[0]?.isFound).toBe(true);
    expect(check('farms collective', [one])[0]?.isFound).toBe(false);
    expect(check('the … of … in', sources)[0]?.isFound).toBe(false);
  });
});

describe('what is pasted', () => {
  test.each(['', ' \n ', '“”', '…', '🙂🙂', '[2]', 'xyzzy'])('%j is no quotation of anything', (input) => {
    expect(check(input)).toEqual([]);
  });

  test('may be markup', () => {
    expect(check('<script>alert(1)</script>').filter(({ isFound }) => isFound)).toEqual([]);
  });

  test('may have a citation after it, as this site copies one', () => {
    const quoted = parseQuotation(
      '“So it was.”\r\n\r\nStrong 1934, ¶ 12, https://edition.example.org/sources/strong-1934/#p12\n',
    );
    expect(quoted.words.map(({ token }) => token)).toEqual(['so', 'it', 'was']);
    expect(quoted.citation).toMatch(/^Strong 1934/);
    expect(parseQuotation('See https://example.org').words.length).toBeGreaterThan(0);
  });

  test('is read no further than 10,000 words', () => {
    const { words, isCut } = parseQuotation('word '.repeat(maximumWords + 1));
    expect([words.length, isCut]).toEqual([maximumWords, true]);
    expect(parseQuotation('word '.repeat(maximumWords)).isCut).toBe(false);
  });

  test('may be as long as a text', () => {
    const whole = bodies.find(({ hand }) => hand === 'author')?.words ?? '';
    const [finding] = check(whole);
    expect(finding).toMatchObject({
      coverage: 'found',
      agreement: 'letters',
      first: sources[0]?.paragraphs[0]?.id,
      last: sources[0]?.paragraphs.at(-1)?.id,
    });
  });

  test('may be long and damaged, and looked for in pieces', () => {
    const [paragraphs, next] = [sources[0]?.paragraphs ?? [], random(7)];
    const some = paragraphs.slice(3, 30);
    const text = some.map(({ words }) => words).join('\n\n');
    const input = damages['misspelled']?.(damages['words dropped']?.(text, next) ?? '', next) ?? '';
    expect(check(input)[0]).toMatchObject({ coverage: 'found', first: some[0]?.id, last: some.at(-1)?.id });
  });

  test('may leave out a sentence silently, but not half a text', () => {
    const [paragraphs, places] = [sources[0]?.paragraphs ?? [], [2, 4, 20]];
    const [one = '', near = '', far = ''] = places.map((at) => paragraphs[at]?.words ?? '');
    expect(check(`${one} ${near}`)[0]?.steps.map(({ kind }) => kind)).toEqual(['same', 'missing', 'same']);
    expect(check(`${one} ${far}`).map(({ coverage }) => coverage)).toEqual(['partly', 'partly']);
    expect(check(`${one} … ${far}`)[0]?.steps.map(({ kind }) => kind)).toEqual(['same', 'left-out', 'same']);
  });

  test('has each of its characters once, whatever stands before an ellipsis', () => {
    const input = '\0…1,290 the collective farms \0…1,290 of the Soviet Union \0…1,290';
    const [finding] = check(input);
    expect(finding?.steps.map(({ quoted }) => quoted).join('')).toBe(
      input.slice(finding?.quoted.start, finding?.quoted.end),
    );
  });

  test('may be anything', () => {
    fc.assert(
      fc.property(
        fc.oneof(hostileText, fc.string({ unit: 'binary', maxLength: 200 })),
        fc.boolean(),
        (noise, isBeside) => {
          const input = isBeside
            ? `${noise} the collective farms ${noise} of the Soviet Union ${noise}`
            : noise;
          queriesFor(parseQuotation(input));
          for (const { steps, quoted } of check(input))
            expect(steps.map((step) => step.quoted).join('')).toBe(input.slice(quoted.start, quoted.end));
        },
      ),
    );
  });
});

describe('what the index is asked', () => {
  const rounds = (input: string) =>
    queriesFor(parseQuotation(input)).map((round) => round.map((words) => words.join(' ')));

  test('goes from runs of words to single words', () => {
    expect(rounds('The better peasants … hired [kulaks] labour')).toEqual([
      ['the better peasants'],
      ['better peasants', 'hired labour'],
      ['peasants', 'better', 'labour', 'hired'],
    ]);
    expect(rounds('kulaks')).toEqual([['kulaks'], [], ['kulaks']]);
    expect(rounds('of it')).toEqual([['of it'], [], ['of', 'it']]);
    expect(rounds('')).toEqual([[], [], []]);
  });

  test('is little, and spread over all of a long quotation', () => {
    const words = bodies[0]?.words ?? '';
    const [three = [], two = [], one = []] = rounds(words);
    expect([three.length, two.length, one.length]).toEqual([12, 12, 8]);
    const text = folded(words);
    expect(three.every((run) => text.includes(` ${run} `))).toBe(true);
    expect(text.indexOf(three.at(-1) ?? '') / text.length).toBeGreaterThan(0.8);
  });
});

describe('words of two places that were put together', () => {
  test.each([
    [
      'Stalin now ruled supreme. Men in the Soviet Union speak of Stalin’s authority, but not of Stalin’s power.',
      ['strong-1934 p46', 'james-1937-13 p2'],
    ],
    [
      'Men in the Soviet Union speak of Stalin’s authority, Stalin now ruled supreme, but not of Stalin’s power.',
      ['strong-1934 p46', 'strong-1934 p46', 'james-1937-13 p2'],
    ],
  ])('are each given to their place: %s', (input, places) => {
    const findings = check(input);
    expect(findings.map(({ coverage }) => coverage)).toEqual(places.map(() => 'partly'));
    expect(findings.map(({ sourceId, first }) => `${sourceId} ${first}`).sort()).toEqual([...places].sort());
  });

  test('words that are put in and stand nowhere leave the find as it is', () => {
    const [found] = check(
      'Men in the Soviet Union speak, as my good old aunt does, of Stalin’s authority, but not of Stalin’s power.',
    );
    expect(found).toMatchObject({ coverage: 'found', first: 'p46', agreement: 'differs' });
  });
});

test.each([
  'Stalin now ruled supreme (James, par. 2).',
  '“Stalin now ruled supreme” (James 1937, 285)',
  '“Stalin now ruled supreme” (James, 1937, para. 2)\n\nJames, C. L. R. (1937). http://localhost:4321/sources/james-1937-13/#p2',
])('a citation in the text is no part of the quotation: %s', (input) => {
  expect(check(input)[0]).toMatchObject({ coverage: 'found', first: 'p2', words: 4, common: 4 });
});

test('parentheses of the text itself are part of the quotation', () => {
  const [found] = check(
    'perhaps a million kulaks (the better-to-do peasants who exploited hired labor or tools of production)',
  );
  expect(found).toMatchObject({ coverage: 'found', agreement: 'letters' });
});
