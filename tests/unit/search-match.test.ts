import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { excerpt } from '../../src/search/excerpt.ts';
import { match } from '../../src/search/match.ts';
import { parseQuery } from '../../src/search/query.ts';
import { isOtherForm } from '../../src/search/word-forms.ts';
import { hostileText } from './hostile-text.ts';

/** How a text answers, with the marked words in brackets. */
const marked = (text: string, query: string): [string, string] | undefined => {
  const found = match(text, parseQuery(query));
  if (!found) return undefined;
  let shown = '';
  let at = 0;
  for (const { start, end } of found.hits) {
    shown += `${text.slice(at, start)}[${text.slice(start, end)}]`;
    at = end;
  }
  return [found.closeness, shown + text.slice(at)];
};

describe('a text answers', () => {
  test.each([
    ['The G.P.U. came', 'gpu', 'literal', 'The [G.P.U.] came'],
    ['a would-be man', '"Would Be"', 'together', 'a [would-be] man'],
    ['labor, employés', 'employes labor', 'literal', '[labor], [employés]'],
    ['employés, labor', 'employes labor', 'together', '[employés, labor]'],
    ['the kulaks fled', 'kulak', 'form', 'the [kulaks] fled'],
    ['a kulak, two kulaks', 'kulak', 'literal', 'a [kulak], two [kulaks]'],
    ['they collectivised', 'collectivization', 'form', 'they [collectivised]'],
    ['the communists', 'commun', 'form', 'the [communists]'],
    ['the farm and the other farm', 'the farm', 'together', '[the farm] and the other [farm]'],
    ['of all the land', 'the of', 'literal', '[of] all [the] land'],
    ['a plan, a planet', 'plan', 'literal', 'a [plan], a planet'],
    ['they collectivise the collectives', 'collectiv*', 'literal', 'they [collectivise] the [collectives]'],
    ['the masses of the party', '"party masses"~5', 'literal', 'the [masses] of the [party]'],
    ['a soviet, a council', 'soviet OR council', 'literal', 'a [soviet], a [council]'],
    ['only a council', 'soviet | council', 'literal', 'only a [council]'],
    ['the party line', 'party -communist', 'literal', 'the [party] line'],
  ])('%s | %s', (text, query, closeness, shown) => {
    expect(marked(text, query)).toEqual([closeness, shown]);
  });

  test.each([
    ['A plan for', 'always'],
    ['the kulaks fled', '"kulak"'],
    ['farm collective', '"collective farm"'],
    ['a collective', 'collective farm'],
    ['another', 'an'],
    ['the communist party', 'party -communist'],
    ['the communist party', 'party NOT "communist party"'],
    ['party of one two three four masses', '"party masses"~4'],
  ])('not: %s | %s', (text, query) => {
    expect(marked(text, query)).toBeUndefined();
  });
});

test('forms of one word are known by their endings', () => {
  for (const [one, other] of [
    ['country', 'countries'],
    ['plan', 'planning'],
    ['plans', 'planned'],
    ['organise', 'organization'],
    ['employee', 'employer'],
    ['governing', 'government'],
    ['history', 'historian'],
    ['oppose', 'opposition'],
    ['bureaucracy', 'bureaucrats'],
    ['socialism', 'socialists'],
    ['revolution', 'revolutionary'],
    ['director', 'direction'],
    ['told', 'telling'],
    ['children', 'child'],
    ['businessman', 'businessmen'],
    ['imprisonment', 'prison'],
  ] as const) {
    expect(isOtherForm(one, other), `${one}, ${other}`).toBe(true);
    expect(isOtherForm(other, one), `${other}, ${one}`).toBe(true);
  }
  for (const [one, other] of [
    ['state', 'stalin'],
    ['party', 'partisan'],
    ['men', 'menace'],
    ['war', 'warsaw'],
    ['part', 'party'],
    ['general', 'generation'],
    ['state', 'station'],
    ['union', 'unite'],
    ['social', 'socialism'],
    ['commune', 'communist'],
    ['police', 'policy'],
    ['secret', 'secretary'],
    ['count', 'counter'],
    ['sent', 'sentence'],
    ['for', 'ford'],
    ['act', 'actual'],
    ['import', 'important'],
    ['find', 'final'],
    ['not', 'notes'],
    ['organ', 'organise'],
    ['port', 'portion'],
    ['german', 'roman'],
  ] as const) {
    expect(isOtherForm(one, other), `${one}, ${other}`).toBe(false);
  }
});

describe('an excerpt', () => {
  const text = `${'Before it. '.repeat(30)}Here the kulak stands. ${'Between them. '.repeat(30)}Here stands the collective farm and its kulak. ${'After it. '.repeat(30)}`;
  const shown = (query: string): string => {
    const { start, end } = excerpt(text, match(text, parseQuery(query))?.hits ?? []);
    return text.slice(start, end);
  };

  test('shows the first place', () => {
    expect(shown('kulak')).toContain('Here the kulak stands.');
  });

  test('prefers the place with all words', () => {
    expect(shown('kulak farm')).toContain('the collective farm and its kulak.');
  });

  test('is a part of the text that holds a hit and cuts no word', () => {
    fc.assert(
      fc.property(hostileText, fc.stringMatching(/^[a-z]{1,3}( [a-z]{1,3})?$/), (noise, query) => {
        const whole = `${noise} ${query} ${noise} `.repeat(8);
        const { hits } = match(whole, parseQuery(query)) ?? { hits: [] };
        const { start, end, hits: inside } = excerpt(whole, hits);
        expect(start).toBeGreaterThanOrEqual(0);
        expect(end).toBeLessThanOrEqual(whole.length);
        expect(inside.length).toBeGreaterThan(0);
        expect(
          start === 0 || /\s/.test(whole[start - 1] ?? '') || hits.some((hit) => hit.start === start),
        ).toBe(true);
      }),
    );
  });

  test('stays short, however long the text', () => {
    expect(shown('kulak').length).toBeLessThan(300);
  });
});
