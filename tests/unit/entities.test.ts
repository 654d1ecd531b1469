import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { readContent } from '../../src/content-files.ts';
import { assemble } from '../../src/edition/assemble.ts';
import { foldForm, plainForms, standingIn, standsIn, wordsByPlace } from '../../src/edition/forms.ts';
import { mentionFinder } from '../../src/edition/mentions.ts';
import type { Entity } from '../../src/edition/model.ts';
import { tokens } from '../../src/edition/normalise.ts';

const { edition } = assemble(await readContent('.'));
if (!edition) throw new Error('The edition cannot be read.');
const { entities, sources } = edition;
const texts = [...wordsByPlace(sources)].map(([place, text]) => ({ place, text, words: tokens(text) }));
const find = mentionFinder(entities);
const mentioned = texts.flatMap(({ place, text }) =>
  [...new Set(find(place, text).map(({ entity }) => entity))].map((entity) => ({ entity, place })),
);
const placesOf = (entity: Entity): string[] =>
  mentioned.filter((one) => one.entity === entity).map(({ place }) => place);

/** Whether a place is of a source: a paragraph, or a note that came with its witness. */
const isOf = (source: string, place: string): boolean =>
  place.startsWith(`${source}#`) && /#(?:p\d+[a-z]*|(?:author|transcriber)-[\w-]+)$/.test(place);

interface Search {
  query: string;
  source: string;
  paragraphs: string[];
  notes: string[];
  by: string;
}
const searches = JSON.parse(await readFile('tests/fixtures/searches.json', 'utf8')) as Search[];

describe('the entities of the edition', () => {
  test('are each named in a text or note, or spoken of without their name', () => {
    const isAbsent = (entity: Entity): boolean =>
      placesOf(entity).length === 0 && entity.implied.length === 0;
    expect(entities.filter(isAbsent).map(({ id }) => id)).toEqual([]);
  });

  test('stand by kind, then by sort name', () => {
    const kinds = [...new Set(entities.map(({ kind }) => kind))];
    expect(kinds).toEqual(['person', 'place', 'organisation', 'term', 'event', 'work']);
    for (const kind of kinds) {
      const names = entities.filter((entity) => entity.kind === kind).map(({ sort }) => sort);
      expect(names).toEqual(names.toSorted((a, b) => a.localeCompare(b, 'en')));
    }
  });

  const words = texts.map(({ text }) => text);

  test('are sought all at once as each is sought by itself', () => {
    const forms = [...entities.slice(0, 40).flatMap(plainForms), '’', 'is that', 'Vol. II,', 'zzz'];
    const standing = standingIn(sources, forms);
    for (const form of forms)
      expect([form, standing.has(form)]).toEqual([form, words.some((text) => standsIn(text, form))]);
  });

  test('list under `forms` every form of theirs that stands in a text or note', () => {
    const standing = standingIn(sources, entities.flatMap(plainForms));
    const unlisted = entities.flatMap((entity) => {
      const listed = new Set(entity.forms.map(foldForm));
      return plainForms(entity)
        .filter((form) => !listed.has(foldForm(form)) && standing.has(form))
        .map((form) => `${entity.id}: ${form}`);
    });
    expect(unlisted).toEqual([]);
  });
});

describe('a form', () => {
  test.each([
    ['Litvinoff‘s foreign policy', 'Litvinoff'],
    ['those kulaks who', 'kulak'],
    ['omnipotent G.P.U. The', 'G.P.U.'],
    ['Vol. II, p. 327.', 'Vol. II'],
  ])('stands in “%s”: %s', (words, form) => {
    expect(standsIn(words, form)).toBe(true);
  });

  test.each([
    ['the Stalinist regime', 'Stalin'],
    ['dekulakization', 'kulak'],
    ['fierce fights', 'Fight'],
  ])('does not stand in “%s”: %s', (words, form) => {
    expect(standsIn(words, form)).toBe(false);
  });
});

describe('the mentions of an entity', () => {
  const entity = {
    name: 'Collective farm',
    forms: ['kolkhoz'],
    other: [],
    ambiguous: [{ form: 'farm', at: ['a#p2'] }],
    exclude: [{ form: 'kolkhoz', at: ['a#p3'] }],
  } as unknown as Entity;
  const found = (place: string, text: string): string[] =>
    mentionFinder([entity])(place, text).map(({ start, end }) => text.slice(start, end));

  test('are its forms with their plurals and possessives, in order', () => {
    expect(found('a#p1', 'A kolkhoz’s plan; collective-farms; a farm')).toEqual([
      'kolkhoz’s',
      'collective-farms',
    ]);
  });

  test('are an ambiguous form only where it is listed, and the longest of forms that overlap', () => {
    expect(found('a#p2', 'the collective farm and the farm')).toEqual(['collective farm', 'farm']);
  });

  test('are not where they are excluded', () => {
    expect(found('a#p3', 'the kolkhoz')).toEqual([]);
  });
});

describe('the table of searches', () => {
  const listed = ({ query, source, paragraphs, notes }: Search): string =>
    [query, ...[...paragraphs, ...notes].map((at) => `${source}#${at}`)].join(' ');

  test('has the paragraphs and notes that its expressions find', () => {
    const found = searches.map(({ query, source, by }) => {
      const sought = new RegExp(by, 'iu');
      const places = texts.filter(({ place, text }) => isOf(source, place) && sought.test(text));
      return [query, ...places.map(({ place }) => place)].join(' ');
    });
    expect(found).toEqual(searches.map(listed));
  });

  test('agrees with the forms of the entities that its queries name', () => {
    const named = searches.flatMap((search) => {
      const entity = entities.find((one) =>
        plainForms(one).some((form) => foldForm(form) === foldForm(search.query)),
      );
      return entity ? [{ entity, search }] : [];
    });
    expect(named.length).toBeGreaterThan(80);
    const found = named.map(({ entity, search: { query, source } }) =>
      [query, ...placesOf(entity).filter((place) => isOf(source, place))].join(' '),
    );
    expect(found).toEqual(named.map(({ search }) => listed(search)));
  });
});
