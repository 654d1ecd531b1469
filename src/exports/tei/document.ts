/**
 * A source with all that stands around it as one file of TEI P5 (Guidelines 4.10.2): what it holds is
 * said in its own `encodingDesc`, and in the schema that it names.
 */
import type { Entity, Frame, Note, Source } from '../../edition/model.ts';
import type { MentionsAt } from '../../edition/register.ts';
import { addressOf, TEI_SCHEMA } from '../../routes.ts';
import { editorNotes, readingNotes } from './annotations.ts';
import { apparatus } from './apparatus.ts';
import { encodingDesc } from './encoding.ts';
import { fileDesc } from './header.ts';
import { beginWriting } from './inline.ts';
import { profileDesc, revisionDesc } from './profile.ts';
import { makeRegisters, type Registers } from './registers.ts';
import { textElement } from './text.ts';
import { el, writeXml } from '../xml.ts';

/** Writes the file of a source. */
export type TeiWriter = (source: Source) => string;

/** What sources have in common is made once. */
export function teiWriter(
  edition: Frame,
  { site, mentions }: { site: URL; mentions: MentionsAt },
): TeiWriter {
  const registers = makeRegisters({ ...edition, site });
  const about = aboutIn(edition.entities);
  return (source) => writeFile(source, { edition, site, mentions, registers, about });
}

interface Common {
  edition: Frame;
  site: URL;
  mentions: MentionsAt;
  registers: Registers;
  about: (note: Note) => Entity[];
}

function writeFile(source: Source, { edition, site, mentions, registers, about }: Common): string {
  const writing = beginWriting({ source, site, mentions });
  // The text is written first: what stands off it points to what was written.
  const text = textElement(writing);
  const notes = [editorNotes(writing, about), readingNotes(writing)];
  const header = el(
    'teiHeader',
    {},
    fileDesc(writing, edition.header, edition.entities),
    encodingDesc(writing, edition.header),
    profileDesc(writing),
    revisionDesc(writing, edition.header),
  );
  const lists = [...registers.of(writing.named), registers.cited(citedIds(source, writing.named))];
  const standing = [...lists, ...notes, apparatus(writing)].filter((part) => part !== undefined);
  const file = el(
    'TEI',
    { xmlns: 'http://www.tei-c.org/ns/1.0', 'xml:lang': 'en' },
    header,
    text,
    standing.length > 0 ? el('standOff', {}, ...standing) : undefined,
  );
  const schema = addressOf(TEI_SCHEMA, site);
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
