/** The notes of a source as Web Annotations: every note once, under its hand, at its place. */
import { describe, expect, test } from 'vitest';
import { readContent } from '../../src/content-files.ts';
import { assemble } from '../../src/edition/assemble.ts';
import type { Edition } from '../../src/edition/model.ts';
import { annotations } from '../../src/exports/annotations.ts';

const { edition } = assemble(await readContent('.')) as { edition: Edition };
const site = new URL('http://localhost:4321');

describe.each(edition.sources)('$id', (source) => {
  const collection = annotations(source, edition.header, site);
  const { items } = collection.first;
  const notes = [...source.witnessNotes, ...source.editorNotes];
  const of = (id: string) =>
    items.find((one) => one.id === `http://localhost:4321/notes/${source.id}/${id}/`);

  test('is a collection of one page with every note, each at its own address', () => {
    expect(collection).toMatchObject({
      '@context': 'http://www.w3.org/ns/anno.jsonld',
      id: `http://localhost:4321/annotations/${source.id}.json`,
      type: 'AnnotationCollection',
      total: notes.length,
      first: { type: 'AnnotationPage', startIndex: 0, partOf: collection.id },
    });
    expect(new Set(items.map(({ id }) => id)).size).toBe(notes.length);
    expect(items).toHaveLength(notes.length);
  });

  test('gives each note its words, its language and its hand', () => {
    for (const note of notes) {
      const one = of(note.id);
      expect(one).toMatchObject({
        type: 'Annotation',
        motivation: note.on === undefined ? 'commenting' : 'replying',
        body: {
          type: 'TextualBody',
          format: 'text/plain',
          value: note.paragraphs.map(({ words }) => words).join('\n\n'),
        },
      });
      expect(one?.body.language).toMatch(/^en/);
      const name = {
        'author-note': 'C. L. R. James',
        'transcriber-note': 'unnamed transcriber',
        'editor-note': 'Contemporary Accounts',
      };
      expect(one?.creator.name).toBe(name[note.hand]);
    }
  });

  test('finds each target in the words of its paragraph', () => {
    for (const note of notes) {
      const target = of(note.id)?.target;
      if (typeof target === 'string') {
        const [hand, mark] = note.on?.split(':') ?? [];
        const answered =
          note.on === undefined ? `sources/${source.id}/` : `notes/${source.id}/${hand ?? ''}-${mark ?? ''}/`;
        expect(target).toBe(`http://localhost:4321/${answered}`);
        continue;
      }
      expect(target?.source).toBe(`http://localhost:4321/sources/${source.id}/`);
      const { type, value, refinedBy } = target?.selector ?? {};
      expect([type, refinedBy?.type]).toEqual(['FragmentSelector', 'TextQuoteSelector']);
      expect(refinedBy?.exact).not.toBe('');
      if (note.quote) expect(refinedBy?.exact).toBe(note.quote.words);
      const words = source.paragraphs.find(({ anchor }) => anchor === value)?.words ?? '';
      const quoted = `${refinedBy?.prefix ?? ''}${refinedBy?.exact ?? ''}${refinedBy?.suffix ?? ''}`;
      const start = words.indexOf(quoted) + (refinedBy?.prefix.length ?? 0);
      expect(words.split(quoted), `${note.id}: one place`).toHaveLength(2);
      // A note stands at the end of the words it is on.
      expect(start + (refinedBy?.exact.length ?? 0)).toBe(note.quote?.end ?? note.at?.offset);
    }
  });
});
