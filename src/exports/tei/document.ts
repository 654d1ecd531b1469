/**
 * A source with all that stands around it as one file of TEI P5 (Guidelines 4.10.2): what it holds is
 * said in its own `encodingDesc`, and in the schema that it names.
 */
import type { MentionFinder } from '../../edition/mentions.ts';
import type { Edition, Entity, Note, Source } from '../../edition/model.ts';
import { TEI_SCHEMA } from '../../routes.ts';
import { editorNotes, readingNotes } from './annotations.ts';
import { apparatus } from './apparatus.ts';
import { encodingDesc } from './encoding.ts';
import { fileDesc } from './header.ts';
import { beginWriting } from './inline.ts';
import { profileDesc, revisionDesc } from './profile.ts';
import { citedWorks, registers } from './registers.ts';
import { textElement } from './text.ts';
import { el, writeXml } from './xml.ts';

type Around = Pick<Edition, 'header' | 'entities' | 'works'>;

export function toTei(
  source: Source,
  edition: Around,
  { site, find }: { site: URL; find: MentionFinder },
): string {
  const writing = beginWriting({ source, site, find });
  // The text is written first: what stands off it points to what was written.
  const text = textElement(writing);
  const notes = [editorNotes(writing, aboutIn(edition.entities)), readingNotes(writing)];
  const header = el(
    'teiHeader',
    {},
    fileDesc(writing, edition.header, edition.entities),
    encodingDesc(writing, edition.header),
    profileDesc(writing),
    revisionDesc(writing, edition.header),
  );
  const lists = [
    ...registers(writing.named, { ...edition, site }),
    citedWorks(citedIds(source, writing.named), edition.works, site),
  ];
  const standing = [...lists, ...notes, apparatus(writing)].filter((part) => part !== undefined);
  const file = el(
    'TEI',
    { xmlns: 'http://www.tei-c.org/ns/1.0', 'xml:lang': 'en' },
    header,
    text,
    standing.length > 0 ? el('standOff', {}, ...standing) : undefined,
  );
  const schema = new URL(TEI_SCHEMA, site).href;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<?xml-model href="${schema}" type="application/xml" schematypens="http://relaxng.org/ns/structure/1.0"?>`,
    `${writeXml(file)}\n`,
  ].join('\n');
}

/** The entities that a note is about. */
function aboutIn(entities: readonly Entity[]): (note: Note) => Entity[] {
  const byId = Map.groupBy(entities, ({ id }) => id);
  return ({ header }) => (header?.about ?? []).flatMap((id) => byId.get(id) ?? []);
}

/** The works that the notes of a source and the entities named in it rest on, and the records of those named. */
function citedIds(source: Source, named: ReadonlySet<Entity>): Set<string> {
  const references = [
    ...source.editorNotes.flatMap(({ header }) => header?.references ?? []),
    ...[...named].flatMap((entity) => entity.references),
  ];
  const records = [...named].filter(({ kind }) => kind === 'work');
  return new Set([...references, ...records].map(({ id }) => id));
}
