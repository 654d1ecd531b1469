/** Timeline and registers of names as the book template reads them. */
import { callMark, entityKinds } from '../../edition/labels.ts';
import type { MentionFinder } from '../../edition/mentions.ts';
import type { Edition, Entity, Note, Paragraph, Source } from '../../edition/model.ts';
import { makeRegister, type RegisterEntry, type SourceName } from '../../edition/register.ts';
import { spokenOf } from '../../edition/spoken-of.ts';
import { timelineOf } from '../../edition/timeline.ts';
import { entityFolders } from '../../schemas/entity-kinds.ts';
import { noteLabel } from './notes.ts';
import { paragraphLabel } from './source.ts';

/** Places of one source: paragraphs, then notes, each by its number or mark and its label in the document. */
interface PlacesData {
  short: string;
  paragraphs: PlaceData[];
  notes: PlaceData[];
}

interface PlaceData {
  text: string;
  label: string;
}

export interface TimelineData {
  date: string;
  name: string;
  places: PlacesData[];
}

export interface RegisterData {
  name: string;
  entries: { name: string; places: PlacesData[] }[];
}

/** Every event that the texts name or imply and the making of the texts, in order of time. */
export function timelineData({ entities, sources }: Edition, find: MentionFinder): TimelineData[] {
  const { happenings, undated } = timelineOf(entities, sources);
  const spoken = spokenOf(
    entities.filter(({ kind }) => kind === 'event'),
    sources,
    find,
  );
  const placesOf = (event: Entity): PlacesData[] =>
    (spoken.get(event) ?? []).flatMap(({ source, named, implied }) => {
      const speaking = new Set([...named, ...implied.map(({ paragraph }) => paragraph)]);
      const paragraphs = source.paragraphs
        .filter((paragraph) => speaking.has(paragraph))
        .map((paragraph) => placeOf(source, paragraph));
      return paragraphs.length === 0 ? [] : [{ short: source.header.short, paragraphs, notes: [] }];
    });
  return [
    ...happenings.map((one) => ({
      date: one.date,
      name: one.name,
      places: one.kind === 'event' ? placesOf(one.event) : [],
    })),
    ...undated.map((event) => ({ date: event.dates ?? '', name: event.name, places: placesOf(event) })),
  ];
}

/** The registers of names, each entry with every paragraph and note that names it. */
export function registersData(edition: Edition, find: MentionFinder): RegisterData[] {
  const register = makeRegister(edition, find);
  const byId = new Map(edition.sources.map((source) => [source.id, source]));
  return entityKinds.flatMap(({ folder, name }) => {
    const entries = edition.entities.flatMap((entity) => {
      const entry = register.get(entity);
      if (entity.kind !== entityFolders[folder] || !entry || entry.count === 0) return [];
      return [{ name: entity.sort, places: entryPlaces(entry, byId) }];
    });
    return entries.length === 0 ? [] : [{ name, entries }];
  });
}

function entryPlaces({ sources }: RegisterEntry, byId: ReadonlyMap<string, Source>): PlacesData[] {
  return sources
    .map(({ source, blocks }) => ({
      short: source.header.short,
      paragraphs: blocks.flatMap(({ block: { paragraph } }) =>
        paragraph ? [placeOf(source, paragraph)] : [],
      ),
      notes: blocks.flatMap(({ block: { note } }) => (note ? [noteOf(note, byId.get(source.id))] : [])),
    }))
    .filter(({ paragraphs, notes }) => paragraphs.length + notes.length > 0);
}

/** A note by its mark; a reply by that of the note it stands below. */
function noteOf(note: Note, source: Source | undefined): PlaceData {
  const target = source?.witnessNotes.find(({ label }) => label === note.on);
  return target
    ? { text: `${callMark(target)} reply`, label: noteLabel(target) }
    : { text: callMark(note), label: noteLabel(note) };
}

function placeOf(source: SourceName, { number, anchor }: Paragraph): PlaceData {
  return { text: number, label: paragraphLabel(source.id, anchor) };
}
