/** The formats of sources of which words are withheld: valid, with every place and none of the words. */
import { XmlDocument } from 'libxml2-wasm';
import { describe, expect, test } from 'vitest';
import { readContent } from '../../src/content-files.ts';
import { assemble } from '../../src/edition/assemble.ts';
import { meetingsOf } from '../../src/edition/topics.ts';
import { mentionFinder } from '../../src/edition/mentions.ts';
import type { Edition } from '../../src/edition/model.ts';
import { makeRegister, mentionsByPlace } from '../../src/edition/register.ts';
import { withholds } from '../../src/edition/rights.ts';
import { withhold } from '../../src/edition/withhold.ts';
import { annotations } from '../../src/exports/annotations.ts';
import { entityJson } from '../../src/exports/json/entity.ts';
import { claimsJson, diagramJson, figureJson } from '../../src/exports/json/figure.ts';
import { noteJson } from '../../src/exports/json/note.ts';
import { sourceJson } from '../../src/exports/json/source.ts';
import { topicJson } from '../../src/exports/json/topic.ts';
import { sourceMarkdown } from '../../src/exports/md/text.ts';
import { teiWriter } from '../../src/exports/tei/document.ts';
import { readTei } from '../../src/exports/tei/read.ts';
import { sourceText } from '../../src/exports/txt/text.ts';
import type { DataKind } from '../../src/schemas/data/json-schema.ts';
import { readData } from './data-schemas.ts';
import { faultsOf } from './tei-validators.ts';

const site = new URL('https://example.org');
const faultsIn = (kind: DataKind, made: unknown) => readData(kind, made).faults;

async function editionOf(root: string, rights?: [from: RegExp, to: string]): Promise<Edition> {
  const raw = await readContent(root);
  const sources = raw.sources.map((source) => ({
    ...source,
    header: { ...source.header, text: rights ? source.header.text.replace(...rights) : source.header.text },
  }));
  const { edition, problems } = assemble({ ...raw, sources });
  if (!edition || problems.length > 0) throw new Error(JSON.stringify(problems));
  return edition;
}

const CC0 = /term: CC0(.*)display: full/;
const editions = {
  'the real edition, only what is cleared': withhold(await editionOf('.'), 'cleared-only'),
  'the fixtures, withheld': withhold(
    await editionOf('tests/fixtures/edition', [CC0, 'term: InC$1display: withheld']),
    'as-stated',
  ),
  'the fixtures, an excerpt': withhold(
    await editionOf('tests/fixtures/edition', [CC0, 'term: InC$1display: excerpt, excerpt: [p1, p4]']),
    'as-stated',
  ),
};

describe.each(Object.entries(editions))('%s', (_, edition) => {
  const find = mentionFinder(edition.entities);
  const register = makeRegister(edition, find);
  const context = { edition, site, find, citation: 'A citation.' };

  test.each(edition.sources)('$id is valid TEI, in which gaps stand where words were', (source) => {
    const xml = teiWriter(edition, { site, mentions: mentionsByPlace(register) })(source);
    expect(faultsOf(xml)).toEqual([]);
    const { divisions, notes } = readTei(xml);
    const read = divisions.flatMap(({ paragraphs }) => paragraphs);
    expect(read.map(({ words }) => words)).toEqual(source.paragraphs.map(({ words }) => words));
    const gaps = (points: readonly { type: string; count?: number }[]) =>
      points.flatMap(({ type, count }) => (type === 'withheld' ? [count] : []));
    expect(read.map(({ points }) => gaps(points))).toEqual(
      source.paragraphs.map(({ points }) => gaps(points)),
    );
    expect(notes).toHaveLength(source.witnessNotes.length + source.editorNotes.length);
    const document = XmlDocument.fromString(xml);
    const ids = new Set(document.find('//@xml:id').map((node) => ('content' in node ? node.content : '')));
    for (const node of document.find('//@target | //@from')) {
      const pointers = 'content' in node ? node.content.split(' ') : [];
      for (const pointer of pointers.filter((one) => one.startsWith('#')))
        expect(ids).toContain(pointer.slice(1));
    }
    document.dispose();
  });

  test.each(edition.sources)('$id is JSON as its schema says, and so is each note', (source) => {
    const json = sourceJson(source, { ...context, meetings: meetingsOf(source, edition.topics) });
    expect(faultsIn('source', json)).toEqual([]);
    expect(json.rights[0]?.display).not.toBe('full');
    expect(json.paragraphs.some(({ withheld }) => withheld.length > 0)).toBe(true);
    for (const note of [...source.witnessNotes, ...source.editorNotes])
      expect(faultsIn('note', noteJson(note, source, find, context))).toEqual([]);
  });

  test('topics, figures, diagrams and names are JSON as their schemas say', () => {
    for (const topic of edition.topics) expect(faultsIn('topic', topicJson(topic, context))).toEqual([]);
    expect(faultsIn('claims', claimsJson(edition, context))).toEqual([]);
    for (const figure of edition.figures) expect(faultsIn('figure', figureJson(figure, context))).toEqual([]);
    for (const diagram of edition.diagrams)
      expect(faultsIn('diagram', diagramJson(diagram, context))).toEqual([]);
    for (const entry of register.values()) expect(faultsIn('entity', entityJson(entry, context))).toEqual([]);
  });

  test.each(edition.sources)('$id says in plain text and Markdown how many words are not shown', (source) => {
    expect(withholds(source)).toBe(true);
    for (const file of [sourceText(source, context), sourceMarkdown(source, context)]) {
      expect(file).toMatch(/\d+ words not shown/);
      expect(file.replace(/\s+/g, ' ')).toMatch(/Not shown here|Of the text only/);
    }
  });

  test.each(edition.sources)('annotations of $id quote no more than their notes do', (source) => {
    const { items } = annotations(source, edition.header, site).first;
    items.forEach(({ target }, index) => {
      if (typeof target === 'string') return;
      const note = [...source.witnessNotes, ...source.editorNotes][index];
      const paragraph = source.paragraphs.find(({ anchor }) => anchor === note?.at?.anchor);
      const { exact, prefix, suffix } = target.selector.refinedBy;
      if (paragraph?.words !== '') return;
      expect([exact, prefix, suffix]).toEqual([note?.quote?.words ?? '', '', '']);
    });
  });
});
