/** Any text that the model can hold comes back from TEI as it was, however its marks cross. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readContent } from '../../src/content-files.ts';
import { assemble } from '../../src/edition/assemble.ts';
import type { Mention, MentionFinder } from '../../src/edition/mentions.ts';
import type {
  Division,
  Edition,
  Entity,
  Note,
  Paragraph,
  ParagraphKind,
  Point,
  Reading,
  Source,
  Span,
  Text,
} from '../../src/edition/model.ts';
import { wordsOf } from '../../src/edition/notes.ts';
import { teiWriter } from '../../src/exports/tei/document.ts';
import { readTei } from '../../src/exports/tei/read.ts';
import { hostileText } from './hostile-text.ts';
import { expectedOf, foundIn } from './tei-expected.ts';
import { faultsOf } from './tei-validators.ts';

const { edition } = assemble(await readContent('tests/fixtures/edition')) as { edition: Edition };
const [pattern] = edition.sources as [Source];
const site = new URL('https://example.org');
const place = { file: 'text.md' };

/** No file of `content/` can hold these; see `edition/inlines.ts`. */
const forbidden = /[\u0000-\u0008\u000b-\u001f\u007f\ufffe\uffff]|\p{Surrogate}/gu;
const markup = fc.constantFrom(
  '<',
  '&',
  '>',
  ']]>',
  '&amp;',
  '"',
  "'",
  '*',
  '_',
  '#',
  '\\',
  '`',
  '1. ',
  'е́',
  '\u00a0',
  '\u0085',
  '\u2028',
  '<p>',
  '<!--',
  'x'.repeat(300),
);
const words = fc.array(fc.oneof(hostileText, markup), { minLength: 1, maxLength: 6 }).map(
  (parts) =>
    parts
      .join(' ')
      .replace(forbidden, '')
      .replace(/[\n\t]/g, ' ')
      .trim() || 'x',
);

type Draft = {
  kind: ParagraphKind;
  lines: string[];
  spans: { from: number; to: number; mark: 'emphasis' | 'strong' | 'reading' | 'name' | 'quoted' }[];
  points: { at: number; what: string }[];
};
const fraction = fc.double({ min: 0, max: 1, noNaN: true });
const draft: fc.Arbitrary<Draft> = fc.record({
  kind: fc.constantFrom<ParagraphKind>('prose', 'quotation', 'verse', 'item', 'table'),
  lines: fc.array(words, { minLength: 1, maxLength: 3 }),
  spans: fc.array(
    fc.record({
      from: fraction,
      to: fraction,
      mark: fc.constantFrom('emphasis', 'strong', 'reading', 'name', 'quoted'),
    }),
    { maxLength: 7 },
  ),
  points: fc.array(
    fc.record({ at: fraction, what: fc.constantFrom('page', 'author:1', 'author:*', 'transcriber:†') }),
    {
      maxLength: 4,
    },
  ),
});
const section = fc.record({
  level: fc.integer({ min: 2, max: 4 }),
  heading: fc.oneof(fc.constant(''), words),
  supplied: fc.boolean(),
  paragraphs: fc.array(draft, { maxLength: 3 }),
});
const drafts = fc.record({
  isBare: fc.boolean(),
  first: draft,
  sections: fc.array(section, { minLength: 1, maxLength: 4 }),
  notes: fc.tuple(...Array.from({ length: 4 }, () => fc.array(draft, { minLength: 1, maxLength: 2 }))),
});

/** A source of the model, and what is named in it. */
class Builder {
  readonly readings: Reading[] = [];
  readonly editorNotes: Note[] = [];
  readonly mentions = new Map<string, Mention[]>();
  private readonly notes = new Map<string, Note>();

  build({ isBare, first, sections, notes }: typeof drafts extends fc.Arbitrary<infer T> ? T : never): Source {
    const labels = ['author:1', 'author:*', 'transcriber:†', 'author:late'];
    for (const label of labels) this.notes.set(label, this.note(label));
    labels.forEach((label, index) => {
      const note = this.notes.get(label) as Note;
      note.paragraphs = (notes[index] ?? []).map((one) =>
        this.text(one, `${label}.${String(index)}`, '', one.lines.join('\n')),
      );
    });
    // A name may begin in one paragraph of a note and end in the next.
    const [named] = [...this.notes.values()];
    if (named) this.name(named.id, 0, wordsOf(named).length);
    const divisions = sections.map(({ level, heading, supplied }, index): Division => ({
      anchor: `s${String(index + 1)}`,
      order: index + 1,
      level,
      heading,
      supplied: supplied || heading === '',
      paragraphs: [],
      place,
    }));
    if (isBare)
      Object.assign(divisions[0] as Division, { anchor: '', level: 2, heading: '', supplied: true });
    let number = 0;
    sections.forEach(({ paragraphs }, index) => {
      for (const one of index === 0 ? [first, ...paragraphs] : paragraphs)
        divisions[index]?.paragraphs.push(this.paragraph(one, `p${String((number += 1))}`));
    });
    const paragraphs = divisions.flatMap((division) => division.paragraphs);
    return {
      ...pattern,
      divisions,
      paragraphs,
      witnessNotes: [...this.notes.values()],
      editorNotes: this.editorNotes,
      readings: this.readings,
    };
  }

  private note(label: string): Note {
    const [hand = '', mark = ''] = label.split(':');
    return {
      id: `${hand}-${mark}`,
      hand: `${hand}-note` as Note['hand'],
      label,
      mark,
      sourceId: pattern.id,
      paragraphs: [],
      replies: [],
      place,
    };
  }

  private paragraph(one: Draft, anchor: string): Paragraph {
    const kind = one.kind === 'verse' && one.lines.length < 2 ? 'prose' : one.kind;
    const joined = kind === 'verse' ? one.lines.join('\n') : one.lines.join(kind === 'table' ? '\t' : ' ');
    const all = kind === 'table' ? `${joined}\n${joined}` : joined;
    return {
      ...this.text(one, anchor, anchor, all, kind === 'verse'),
      anchor,
      number: anchor.slice(1),
      kind,
      place,
    };
  }

  private text({ spans, points }: Draft, at: string, anchor: string, all: string, isVerse = false): Text {
    const offset = (share: number) => {
      const near = Math.round(share * all.length);
      // Nothing stands within a character.
      return /^[\udc00-\udfff]/.test(all.slice(near)) ? near + 1 : near;
    };
    const made: Span[] = [];
    for (const { mark, ...shares } of spans) {
      const [start, end] = [offset(shares.from), offset(shares.to)].sort((a, b) => a - b) as [number, number];
      if (start === end) continue;
      if (mark === 'emphasis' || mark === 'strong') made.push({ start, end, mark: { type: mark } });
      if (mark === 'reading') {
        const reading = this.reading(at, start, end);
        made.push({ start, end, mark: { type: 'reading', reading } });
      }
      if (anchor !== '' && mark === 'name') this.name(anchor, start, end);
      // Words that are quoted begin and end with more than white space: `schemas/note.ts`.
      const quoted = all.slice(start, end);
      const from = start + quoted.length - quoted.trimStart().length;
      if (anchor !== '' && mark === 'quoted' && quoted.trim() !== '')
        this.quote(anchor, from, from + quoted.trim().length, quoted.trim());
    }
    const breaks = [...all.matchAll(/\n/g)].map(({ index }): Point => ({ at: index, type: 'line-break' }));
    const others = points.map(({ at: share, what }): Point => {
      const where = { at: offset(share) };
      if (what === 'page') return { ...where, type: 'milestone', unit: 'page', n: '2' };
      const note = this.notes.get(what) as Note;
      if (anchor !== '') note.at = this.firstCall(note, anchor, where.at);
      return { ...where, type: 'call', label: what, note };
    });
    const isBroken = isVerse || anchor === '';
    return {
      words: all,
      spans: made.sort((a, b) => a.start - b.start || b.end - a.end),
      points: [...others, ...(isBroken ? breaks : [])].sort((a, b) => a.at - b.at),
    };
  }

  /** The first in the order of the text. */
  private firstCall({ at }: Note, anchor: string, offset: number): NonNullable<Note['at']> {
    if (at && (at.anchor !== anchor || at.offset <= offset)) return at;
    return { anchor, offset };
  }

  private reading(anchor: string, start: number, end: number): Reading {
    const number = this.readings.length + 1;
    const reading: Reading = {
      id: `reading-${String(number)}`,
      anchor,
      start,
      end,
      decision: {
        kind: 'sic',
        at: anchor,
        lemma: '',
        ...(number % 2 === 0 && { reading: `→${String(number)}` }),
        ...(number % 3 === 0 && { note: 'A <note>.' }),
      },
    };
    this.readings.push(reading);
    return reading;
  }

  private name(anchor: string, start: number, end: number): void {
    const entity = edition.entities[0] as Entity;
    const key = `${pattern.id}#${anchor}`;
    this.mentions.set(key, [...(this.mentions.get(key) ?? []), { entity, start, end }]);
  }

  private quote(anchor: string, start: number, end: number, quoted: string): void {
    const id = `note-${String(this.editorNotes.length)}`;
    this.editorNotes.push({
      ...(pattern.editorNotes[0] as Note),
      id,
      label: `editor:${id}`,
      at: { anchor, offset: end },
      quote: { start, end, words: quoted },
    });
  }
}

test('words, anchors, marks and hands come back, and the file is valid', () => {
  fc.assert(
    fc.property(drafts, (some) => {
      const builder = new Builder();
      const source = builder.build(some);
      const find: MentionFinder = (key) => builder.mentions.get(key) ?? [];
      const xml = teiWriter(edition, { site, mentions: (key) => builder.mentions.get(key) ?? [] })(source);
      expect(faultsOf(xml)).toEqual([]);
      expect(foundIn(readTei(xml))).toEqual(expectedOf(source, { site, find }));
    }),
    { numRuns: 200 },
  );
}, 60_000);
