import { describe, expect, test } from 'vitest';
import { expand } from '../../src/search/expand.ts';
import { indexNames } from '../../src/search/name-index.ts';
import { match } from '../../src/search/match.ts';
import { parseQuery } from '../../src/search/query.ts';
import { otherSpellings } from '../../src/search/spellings.ts';

const names = indexNames({
  names: [
    {
      id: 'people/bukharin',
      forms: ['Nikolai Bukharin', 'Bukharin', 'Bucharin', 'Бухарин', 'Николай Бухарин'],
    },
    { id: 'people/strong', forms: ['Anna Louise Strong', 'Стронг'] },
    { id: 'terms/collective-farm', forms: ['Collective farm', 'kolkhoz', 'колхоз'] },
    { id: 'organisations/komsomol', forms: ['Communist Youth League', 'Komsomol', 'Consomols'] },
    {
      id: 'people/roosevelt',
      forms: ['Franklin Roosevelt', 'FDR'],
      here: [['President', ['strong-1934#p3']]],
    },
  ],
});

/** How a text answers a query with all other names and spellings, with the marked words in brackets. */
function marked(text: string, input: string, isExact = false, place = ''): string | undefined {
  const found = match(text, expand(parseQuery(input, { isExact }), names).query, place);
  if (!found) return undefined;
  let [shown, at] = [`${found.closeness}: `, 0];
  for (const { start, end } of found.hits) {
    shown += `${text.slice(at, start)}[${text.slice(start, end)}]`;
    at = end;
  }
  return shown + text.slice(at);
}

describe('other names and spellings', () => {
  test.each([
    ['Bucharin’s party', 'Bukharin', 'form: [Bucharin’s] party'],
    ['So Bucharin said', 'Bukharin', 'variant: So [Bucharin] said'],
    ['So Bucharin said', 'nikolai bukharin', 'variant: So [Bucharin] said'],
    ['So Bucharin said', 'Бухарин', 'variant: So [Bucharin] said'],
    ['So Bucharin said', '"Bukharin said"', undefined],
    ['the Communist Youth League met', 'komsomol', 'variant: the [Communist Youth League] met'],
    ['labor and labour', 'labour', 'literal: [labor] and [labour]'],
    ['free labor', '"free labour"', 'variant: [free labor]'],
    ['to-day they', 'today', 'variant: [to-day] they'],
    ['the tsar', 'czar', 'variant: the [tsar]'],
    ['per cent', 'percent', 'variant: [per cent]'],
    ['cooperation', 'co-operation', 'variant: [cooperation]'],
    ['co-operation', 'cooperation', 'variant: [co-operation]'],
    ['manoeuvres', 'maneuvers', 'variant: [manoeuvres]'],
    ['So Bucharin said', 'Buharin', 'variant: So [Bucharin] said'],
    ['So Bucharin said', 'Boukharine', 'variant: So [Bucharin] said'],
    ['So Bucharin said', 'Бухарину', 'variant: So [Bucharin] said'],
    ['So Bucharin said', 'N. I. Bukharin', 'variant: So [Bucharin] said'],
    ['So Bucharin said', 'Bukharin, Nikolaj Ivanovič', 'variant: So [Bucharin] said'],
    ['So Bucharin said', 'Н. И. Бухарина', 'variant: So [Bucharin] said'],
    ['So Bucharin said', 'L. Bukharin', undefined],
    ['Anna Louise Strong', 'strong will', undefined],
    ['the kolkhozes', 'kolchoz', undefined],
    ['the kolkhoz', 'kolchoz', 'variant: the [kolkhoz]'],
    ['the kolkhoz', 'collective farm', 'variant: the [kolkhoz]'],
    ['collective farms', 'collective farm', 'form: [collective farms]'],
    ['a farm that is collective', 'collective farm', 'literal: a [farm] that is [collective]'],
    ['they wrote', 'write', 'form: they [wrote]'],
    ['two women', 'woman’s', 'form: two [women]'],
    ['two women', 'woman', 'form: two [women]'],
    ['many plans', 'man', undefined],
    ['piece-work', 'piecework', 'variant: [piece-work]'],
    ['bookkeeping', 'book-keeping', 'variant: [bookkeeping]'],
    ['the G.P.U.', 'G. P. U.', 'variant: the [G.P.U.]'],
    ['twelve years', '12 years', 'variant: [twelve years]'],
    ['hundred and sixty million', '160 million', 'variant: [hundred and sixty million]'],
    ['the Seventeenth', '17th', 'variant: the [Seventeenth]'],
    ['55,000', '55 000', 'variant: [55,000]'],
    ['1924–1927', '1924-27', 'variant: [1924–1927]'],
    ['officials', 'oﬃcial', 'form: [officials]'],
  ])('%s | %s', (text, query, expected) => {
    expect(marked(text, query)).toBe(expected);
  });

  test('a form that means something in one place alone is looked for there', () => {
    expect(marked('the President', 'FDR', false, 'strong-1934#p3')).toBe('variant: the [President]');
    expect(marked('the President', 'FDR', false, 'strong-1934#p4')).toBeUndefined();
  });

  test('only what is typed counts where that is asked for', () => {
    expect(marked('So Bucharin said', 'Bukharin', true)).toBeUndefined();
    expect(marked('the kulaks', 'kulak', true)).toBeUndefined();
    expect(marked('labor', 'labour', true)).toBeUndefined();
    expect(marked('a kulak', 'kulak', true)).toBe('literal: a [kulak]');
  });

  test('the reader is told which', () => {
    expect(expand(parseQuery('bucharin kulak'), names).also).toEqual([
      'Nikolai Bukharin',
      'Bukharin',
      'Бухарин',
      'Николай Бухарин',
    ]);
    expect(expand(parseQuery('kulak'), names).also).toEqual([]);
  });
});

test.each([
  ['labour', 'labor'],
  ['organise', 'organize'],
  ['collectivization', 'collectivisation'],
  ['centre', 'center'],
  ['defence', 'defense'],
  ['travelled', 'traveled'],
  ['czarist', 'tsarist'],
  ['rouble', 'ruble'],
])('%s is spelled %s, too', (word, other) => {
  expect(otherSpellings(word)).toContain(other);
  expect(otherSpellings(other)).toContain(word);
});
