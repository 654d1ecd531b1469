import { describe, expect, test } from 'vitest';
import { readContent } from '../../src/content-files.ts';
import { assemble } from '../../src/edition/assemble.ts';
import type { Edition, Source } from '../../src/edition/model.ts';
import type { RawEdition } from '../../src/edition/raw.ts';
import {
  countWords,
  isWithheld,
  QUOTED_SHARE,
  QUOTED_WORDS,
  rightsReport,
  rightsWarnings,
  type RightsPolicy,
} from '../../src/edition/rights.ts';
import { withhold } from '../../src/edition/withhold.ts';
import { mentionFinder } from '../../src/edition/mentions.ts';
import { blocksOf } from '../../src/search/blocks.ts';
import { sourceWords } from '../../src/search/source-words.ts';
import { rightsPolicy } from '../../src/rights-policy.ts';
import { passagesOf, runsOf, stringsOf } from '../withheld-words.ts';
import { wordsIn } from '../built-words.ts';

const raw = await readContent('.');
const fixture = await readContent('tests/fixtures/edition');
const real = edit(raw, '', '');

/** The edition with the rights of its sources written in another way. */
function edit(from: RawEdition, what: string | RegExp, into: string, sourceId?: string): Edition {
  const sources = from.sources.map((source) =>
    sourceId === undefined || source.id === sourceId
      ? { ...source, header: { ...source.header, text: source.header.text.replaceAll(what, into) } }
      : source,
  );
  const { edition, problems } = assemble({ ...from, sources });
  if (!edition || problems.length > 0) throw new Error(JSON.stringify(problems));
  return edition;
}

const withDisplay = (display: string, more = '') =>
  edit(
    fixture,
    'term: CC0, statement: Free., basis: Made for tests., in-short: Free., display: full',
    `term: InC, statement: Not free., basis: Made for tests., in-short: Not free., display: ${display}${more}`,
  );
const source = (edition: Edition, id: string): Source => {
  const found = edition.sources.find((one) => one.id === id);
  if (!found) throw new Error(`no ${id}`);
  return found;
};
/** The runs of words, of the length given, that an edition holds anywhere. */
const heldRuns = (edition: Edition, length: number) =>
  new Set(stringsOf(edition).flatMap((text) => runsOf(wordsIn(text), length)));

describe('where everything is shown', () => {
  test('the edition is the very same', () => {
    expect(withhold(real, 'as-stated')).toBe(real);
  });
  test('what is cleared stays in a deployment that shows nothing else', () => {
    const free = edit(fixture, '', '');
    expect(withhold(free, 'cleared-only')).toBe(free);
    const permitted = edit(raw, 'display: full', 'display: full\n    permission: Given by a letter.');
    expect(withhold(permitted, 'cleared-only')).toBe(permitted);
  });
  test('a build names each hand that is not known to be cleared', () => {
    const warnings = rightsWarnings(withhold(real, 'as-stated'));
    expect(warnings).toHaveLength(3);
    expect(warnings[1]).toBe(
      `strong-1934: the transcriber’s notes (468 words) are shown in full, though not known to be cleared: InC, “In Copyright”.`,
    );
  });
});

describe('the real sources, withheld', () => {
  const shown = withhold(real, 'cleared-only');

  test('keep every address, number, heading, call and page break', () => {
    for (const before of real.sources) {
      const after = source(shown, before.id);
      expect(after.paragraphs.map(({ anchor, number }) => [anchor, number])).toEqual(
        before.paragraphs.map(({ anchor, number }) => [anchor, number]),
      );
      expect(after.divisions.map(({ heading }) => heading)).toEqual(
        before.divisions.map(({ heading }) => heading),
      );
      const points = ({ paragraphs }: Source, type: string) =>
        paragraphs.map((paragraph) => paragraph.points.filter((point) => point.type === type).length);
      expect(points(after, 'call')).toEqual(points(before, 'call'));
      expect(points(after, 'milestone')).toEqual(points(before, 'milestone'));
      expect(after.editorNotes.map(({ paragraphs }) => paragraphs.map(({ words }) => words))).toEqual(
        before.editorNotes.map(({ paragraphs }) => paragraphs.map(({ words }) => words)),
      );
      expect(Object.keys(after.ledger.anchors)).toEqual(Object.keys(before.ledger.anchors));
    }
  });

  test('have no words, but their count', () => {
    for (const before of real.sources) {
      const after = source(shown, before.id);
      expect(countWords(after.paragraphs)).toBe(0);
      expect(after.paragraphs.every(isWithheld)).toBe(true);
      after.paragraphs.forEach(({ points }, index) => {
        const [gap] = points.filter(({ type }) => type === 'withheld');
        expect(gap).toMatchObject({
          at: 0,
          count: countWords([before.paragraphs[index] as Source['paragraphs'][0]]),
        });
      });
      expect(after.witnessNotes.flatMap(({ paragraphs }) => paragraphs).every(isWithheld)).toBe(true);
    }
    expect(rightsWarnings(shown)).toEqual([]);
    expect(rightsReport(shown)).toHaveLength(2);
  });

  test('are quoted within the limits, wherever the edition quotes them', () => {
    // Words within a word-number-word are cut finer here than by white space.
    const longer = heldRuns(shown, QUOTED_WORDS + 8);
    const held = heldRuns(shown, 8);
    const all = heldRuns(real, 8);
    for (const before of real.sources) {
      const passages = passagesOf(before, 'author');
      expect(
        passages.flatMap(({ words }) => runsOf(words, QUOTED_WORDS + 8)).filter((run) => longer.has(run)),
      ).toEqual([]);
      const runs = passages.flatMap(({ words }) => runsOf(words));
      expect(runs.filter((run) => held.has(run)).length).toBeLessThan(runs.length * QUOTED_SHARE);
      // Else the search above could not find anything.
      expect(runs.filter((run) => all.has(run))).toHaveLength(runs.length);
    }
    const quotes = shown.sources.flatMap(({ editorNotes }) =>
      editorNotes.flatMap(({ quote }) => quote?.words ?? []),
    );
    expect(quotes.length).toBeGreaterThan(100);
    for (const quote of quotes) expect(countWords([{ words: quote }])).toBeLessThanOrEqual(QUOTED_WORDS + 1);
  });

  test('are in no search', () => {
    const find = mentionFinder(shown.entities);
    for (const one of shown.sources) {
      const blocks = blocksOf(sourceWords(one, find));
      expect(blocks.every(({ words }) => words !== '')).toBe(true);
      expect(blocks.filter(({ hand, id }) => hand === 'author' && id.startsWith('p'))).toEqual([]);
    }
  });

  test('leave the whole edition untouched', () => {
    expect(real.sources.flatMap(({ paragraphs }) => paragraphs).every(({ words }) => words !== '')).toBe(
      true,
    );
    expect(withhold(real, 'cleared-only')).toEqual(shown);
  });
});

describe('each hand stands for itself', () => {
  test('the transcriber’s notes go, the text stays', () => {
    const stated = edit(raw, /(hand: transcriber[^]*?display: )full/g, '$1withheld', 'strong-1934');
    const shown = withhold(stated, 'as-stated');
    const [before, after] = [source(real, 'strong-1934'), source(shown, 'strong-1934')];
    expect(after.paragraphs.map(({ words }) => words)).toEqual(before.paragraphs.map(({ words }) => words));
    expect(after.readings.length).toBeGreaterThan(0);
    expect(after.witnessNotes.flatMap(({ paragraphs }) => paragraphs).every(isWithheld)).toBe(true);
    // A call in the text leads to the note without words, and the reply stands under it.
    const note = after.witnessNotes.find(({ id }) => id === 'transcriber-2');
    expect(after.paragraphs.flatMap(({ points }) => points)).toContainEqual(
      expect.objectContaining({ note }),
    );
    expect(note?.replies).toHaveLength(1);
    expect(source(shown, 'james-1937-13')).toBe(source(stated, 'james-1937-13'));
    expect(after.ledger.notes['transcriber-2']?.words).toBe('');
    expect(after.ledger.anchors['p1']?.words).not.toBe('');
  });

  test('the text goes, the transcriber’s notes stay', () => {
    const shown = withhold(
      edit(raw, /(hand: author[^]*?display: )full/g, '$1withheld', 'strong-1934'),
      'as-stated',
    );
    const after = source(shown, 'strong-1934');
    expect(countWords(after.paragraphs)).toBe(0);
    expect(countWords(after.witnessNotes.flatMap(({ paragraphs }) => paragraphs))).toBe(468);
  });
});

describe('an excerpt', () => {
  const whole = withDisplay('full');
  const shown = withhold(withDisplay('excerpt', ', excerpt: [p1]'), 'as-stated');
  const [before, after] = [source(whole, 'letter-1900'), source(shown, 'letter-1900')];

  test('has its paragraphs, the author’s notes on them and their readings', () => {
    expect(after.paragraphs[0]?.words).toBe(before.paragraphs[0]?.words);
    expect(after.witnessNotes[0]?.paragraphs[0]?.words).toBe('Note one, by the author.');
    expect(after.paragraphs.slice(1).every(isWithheld)).toBe(true);
    expect(after.readings).toEqual([]);
  });

  test('has no words of what was withdrawn or changed elsewhere', () => {
    for (const [id, { words, former = [] }] of Object.entries(after.ledger.anchors))
      if (id !== 'p1' && id.startsWith('p'))
        expect([words, ...former.map((one) => one.words)].join('')).toBe('');
    expect(after.retired).toHaveLength(before.retired.length);
    expect(after.retired.every(({ record }) => record.words === '')).toBe(true);
  });

  test('keeps whole quotations of what is shown', () => {
    const passages = shown.topics.flatMap(({ rows }) =>
      rows.flatMap(({ sides }) => sides.flatMap((side) => side.passages)),
    );
    expect(passages[0]).toMatchObject({ words: 'a specimen of the format' });
    expect(passages[1]?.paragraphs.every(isWithheld)).toBe(true);
  });
});

describe('EDITION_RIGHTS', () => {
  const told = (value: string | undefined): RightsPolicy => {
    const before = process.env['EDITION_RIGHTS'];
    try {
      if (value === undefined) delete process.env['EDITION_RIGHTS'];
      else process.env['EDITION_RIGHTS'] = value;
      return rightsPolicy();
    } finally {
      if (before === undefined) delete process.env['EDITION_RIGHTS'];
      else process.env['EDITION_RIGHTS'] = before;
    }
  };
  test('is `as-stated` unless it says otherwise', () => {
    expect(told(undefined)).toBe('as-stated');
    expect(told('cleared-only')).toBe('cleared-only');
  });
  test('is refused when it says neither, with what to do', () => {
    expect(() => told('cleared')).toThrow(/EDITION_RIGHTS is “cleared”\. Set it to `cleared-only`/);
    expect(() => told('')).toThrow(/EDITION_RIGHTS/);
  });
});
