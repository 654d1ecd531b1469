/** The JSON for programs: as its schemas say, with every word and place of the model. */
import { describe, expect, test } from 'vitest';
import { readContent } from '../../src/content-files.ts';
import { assemble } from '../../src/edition/assemble.ts';
import { meetingsOf } from '../../src/edition/topics.ts';
import { mentionFinder } from '../../src/edition/mentions.ts';
import type { Edition, Source, Text } from '../../src/edition/model.ts';
import { makeRegister } from '../../src/edition/register.ts';
import { worksOf } from '../../src/edition/works.ts';
import { entityJson, workJson } from '../../src/exports/json/entity.ts';
import { claimsJson, diagramJson, figureJson } from '../../src/exports/json/figure.ts';
import { indexJson } from '../../src/exports/json/index-of-all.ts';
import { noteJson } from '../../src/exports/json/note.ts';
import { sourceJson } from '../../src/exports/json/source.ts';
import { notesByHand } from '../../src/exports/notes-by-hand.ts';
import { topicJson } from '../../src/exports/json/topic.ts';
import { dataKinds, jsonSchema, type DataKind } from '../../src/schemas/data/json-schema.ts';
import type { TextData } from '../../src/schemas/data/text.ts';
import { readData } from './data-schemas.ts';

const site = new URL('https://example.org');
/** What a program reads of a file, if its schema allows it. */
function read<T>(kind: DataKind, made: T): T {
  const { json, faults } = readData(kind, made);
  expect(faults).toEqual([]);
  return json;
}

describe.each(['.', 'tests/fixtures/edition'])('the edition in %s', async (root) => {
  const { edition } = assemble(await readContent(root)) as { edition: Edition };
  const find = mentionFinder(edition.entities);
  const register = makeRegister(edition, find);
  const context = { edition, site, find, citation: 'A citation.' };

  describe.each(edition.sources)('$id', (source) => {
    const json = read(
      'source',
      sourceJson(source, { ...context, meetings: meetingsOf(source, edition.topics) }),
    );

    test('has the words of every paragraph and heading, in order, at its address', () => {
      expect(json.paragraphs.map(({ anchor, words }) => [anchor, words])).toEqual(
        source.paragraphs.map(({ anchor, words }) => [anchor, words]),
      );
      expect(json.divisions.map(({ heading, paragraphs }) => [heading, paragraphs])).toEqual(
        source.divisions.map(({ heading, paragraphs }) => [heading, paragraphs.map(({ anchor }) => anchor)]),
      );
      for (const { anchor, address } of json.paragraphs)
        expect(address).toBe(`https://example.org/sources/${source.id}/#${anchor}`);
    });

    test('has every note once, in its own hand and with its words', () => {
      const notes = notesByHand(source);
      expect(notes).toHaveLength(source.witnessNotes.length + source.editorNotes.length);
      expect(
        json.notes.map(({ id, hand, paragraphs }) => [id, hand, ...paragraphs.map(({ words }) => words)]),
      ).toEqual(notes.map(({ id, hand, paragraphs }) => [id, hand, ...paragraphs.map(({ words }) => words)]));
    });

    test('has all that stands off the words, where it stands', () => {
      const texts: [Text, TextData | undefined][] = [
        ...source.paragraphs.map((text, index): [Text, TextData | undefined] => [
          text,
          json.paragraphs[index],
        ]),
        ...notesByHand(source).flatMap(({ paragraphs }, index) =>
          paragraphs.map((text, number): [Text, TextData | undefined] => [
            text,
            json.notes[index]?.paragraphs[number],
          ]),
        ),
      ];
      for (const [{ spans, points }, data] of texts) {
        if (!data) throw new Error('A text is missing.');
        const { emphasis, links, readings, calls, milestones, lineBreaks } = data;
        expect(
          [emphasis, links, readings]
            .flat()
            .map(({ start, end }) => `${start}-${end}`)
            .sort(),
        ).toEqual(spans.map(({ start, end }) => `${start}-${end}`).sort());
        expect([...[calls, milestones].flat().map(({ at }) => at), ...lineBreaks].sort()).toEqual(
          points.map(({ at }) => at).sort(),
        );
      }
    });

    test('names what the words name, by offset', () => {
      source.paragraphs.forEach(({ anchor, words }, index) => {
        expect(
          json.paragraphs[index]?.mentions.map(({ start, end, entity }) => [start, end, entity.id]),
        ).toEqual(
          find(`${source.id}#${anchor}`, words).map(({ start, end, entity }) => [start, end, entity.id]),
        );
      });
      const inNotes = json.notes.flatMap(({ paragraphs }) => paragraphs.flatMap(({ mentions }) => mentions));
      const counted = [...register.values()].flatMap(({ sources }) =>
        sources.filter((one) => one.source.id === source.id).flatMap(({ blocks }) => blocks),
      );
      expect(inNotes).toHaveLength(
        counted.filter(({ block }) => block.note).reduce((sum, { places }) => sum + places.length, 0),
      );
    });

    test('leads to the topics that use a paragraph', () => {
      const meetings = meetingsOf(source, edition.topics);
      for (const { anchor, topics } of json.paragraphs)
        expect(topics.flatMap(({ points }) => points)).toEqual(
          (meetings.get(anchor) ?? []).map(({ row }) => row.point),
        );
    });

    test('tells of every address ever published', () => {
      const { anchors, notes } = source.ledger;
      const live = [...json.paragraphs, ...json.divisions].map(({ anchor }) => anchor);
      const ids = (what: string) => json.retired.filter((one) => one.what === what).map(({ id }) => id);
      expect([...live, ...ids('anchor')].filter(Boolean).sort()).toEqual(Object.keys(anchors).sort());
      expect([...json.notes.map(({ id }) => id), ...ids('note')].sort()).toEqual(Object.keys(notes).sort());
      for (const { anchor, first } of json.paragraphs) expect(first).toBe(anchors[anchor]?.first);
    });

    test('shows what is supplied as supplied, and the rights of each hand', () => {
      expect(json.header.title.suppliedBy).toBe(source.header.title['supplied-by']);
      expect(json.rights.map(({ hand, statement }) => [hand, statement])).toEqual(
        source.header.rights.map(({ hand, statement }) => [hand, statement]),
      );
    });

    test('has a file for each note, which says the same', () => {
      notesByHand(source).forEach((note, index) => {
        const {
          $schema,
          kind,
          edition: of,
          source: on,
          language,
          rights,
          ...rest
        } = read('note', noteJson(note, source, find, context));
        expect($schema).toBe('https://example.org/data/schema/note.json');
        expect([kind, of.title, on.id, language.slice(0, 2)]).toEqual([
          'note',
          edition.header.title,
          source.id,
          'en',
        ]);
        expect(rights?.hand ?? 'none').not.toBe('');
        expect(rest).toEqual(json.notes[index]);
      });
    });
  });

  test('has every mention of every entity', () => {
    for (const entry of register.values()) {
      const { mentions, type } = read('entity', entityJson(entry, context));
      expect(type).toBe(entry.entity.kind);
      expect(mentions.reduce((sum, { places }) => sum + places.length, 0)).toBe(entry.count);
    }
    for (const entry of worksOf(edition))
      read('work', workJson(entry, entry.entity && register.get(entry.entity), context));
  });

  test('has every passage of a topic, letter for letter', () => {
    const sources = new Map<string, Source>(edition.sources.map((source) => [source.id, source]));
    for (const topic of edition.topics) {
      const json = read('topic', topicJson(topic, context));
      expect(json.introduction.map(({ words }) => words)).toEqual(
        topic.introduction.map(({ words }) => words),
      );
      const passages = json.rows.flatMap(({ sides }) => sides.flatMap((side) => side.passages));
      expect(passages.length).toBe(
        topic.rows.flatMap(({ sides }) => sides.flatMap((side) => side.passages)).length,
      );
      for (const { source, paragraphs, quote } of passages) {
        const words = sources.get(source)?.paragraphs.find(({ anchor }) => anchor === paragraphs[0])?.words;
        if (quote) expect(words?.slice(quote.start, quote.end)).toBe(quote.words);
        else expect(words).toBeDefined();
      }
    }
  });

  test('has every figure with the claims of its values, and every diagram', () => {
    expect(read('claims', claimsJson(edition, context)).claims).toHaveLength(edition.claims.length);
    for (const figure of edition.figures) {
      const json = read('figure', figureJson(figure, context));
      const ids = new Set(json.claims.map(({ source, id }) => `${source} ${id}`));
      for (const { source, id } of json.series.flatMap(({ values }) =>
        values.flatMap(({ claims }) => claims),
      ))
        expect(ids).toContain(`${source} ${id}`);
    }
    for (const diagram of edition.diagrams) {
      const json = read('diagram', diagramJson(diagram, context));
      expect([json.nodes.length, json.edges.length]).toEqual([diagram.nodes.length, diagram.edges.length]);
    }
  });

  test('lists everything', () => {
    const json = read('index', indexJson(context));
    expect(json.sources.map(({ id }) => id)).toEqual(edition.sources.map(({ id }) => id));
    const { topics, figures, diagrams, entities, works } = edition;
    expect([json.topics, json.figures, json.diagrams].map(({ length }) => length)).toEqual(
      [topics, figures, diagrams].map(({ length }) => length),
    );
    const ids = new Set(
      json.registers.flatMap(({ type, entries }) => entries.map(({ id }) => `${type} ${id}`)),
    );
    for (const { kind, id } of entities) expect(ids).toContain(`${kind} ${id}`);
    for (const id of works.keys()) expect(ids).toContain(`work ${id}`);
  });
});

test('each schema says what each of its members is for, or has a name that does', () => {
  for (const kind of dataKinds) {
    const schema = jsonSchema(kind, `https://example.org/${kind}`) as Record<string, unknown>;
    expect(schema['$schema']).toBe('https://json-schema.org/draft/2020-12/schema');
    expect(schema['title']).toMatch(/\S/);
    expect(schema['description']).toMatch(/\.$/);
  }
});
