/** Where the texts and the notes on them speak of entities. */
import { locate } from './find.ts';
import type { Mention, MentionFinder } from './mentions.ts';
import type { Entity, Note, Paragraph, Source } from './model.ts';
import { fewSources } from './register.ts';

/** What one source has on an entity, the author's words apart from notes. */
export interface SpokenOf {
  source: Source;
  /** Paragraphs that name it. */
  named: Paragraph[];
  /** Words that speak of it without its name. */
  implied: { paragraph: Paragraph; words: string }[];
  /** Notes that came with the witness and name it. */
  witnessNotes: Note[];
  /** Editor's notes on it: with its id, said to be about it, or on words that name or imply it. */
  editorNotes: Note[];
}

/** The words of an entity in one paragraph. */
interface Spoken {
  entity: Entity;
  start: number;
  end: number;
}

type Implied = Entity['implied'][number] & { entity: Entity };

/**
 * What the sources have on each entity. The sources stand in their order; of more than a few only those
 * that have something. Each text is read once, however many entities there are.
 */
export function spokenOf(
  entities: readonly Entity[],
  sources: readonly Source[],
  find: MentionFinder,
): Map<Entity, SpokenOf[]> {
  const spoken = new Map(entities.map((entity): [Entity, SpokenOf[]] => [entity, []]));
  const byId = Map.groupBy(entities, ({ id }) => id);
  const implied = Map.groupBy(
    entities.flatMap((entity) => entity.implied.map((words): Implied => ({ ...words, entity }))),
    ({ at }) => at,
  );
  for (const source of sources) {
    if (sources.length <= fewSources) for (const entity of entities) partOf(spoken.get(entity) ?? [], source);
    const on = (entity: Entity): SpokenOf | undefined => {
      const parts = spoken.get(entity);
      return parts && partOf(parts, source);
    };
    const words = new Map<string, Spoken[]>();
    for (const paragraph of source.paragraphs) {
      const place = `${source.id}#${paragraph.anchor}`;
      const mentions = find(place, paragraph.words);
      for (const entity of entitiesOf(mentions)) on(entity)?.named.push(paragraph);
      const here = implied.get(place) ?? [];
      for (const { entity, quote } of here) on(entity)?.implied.push({ paragraph, words: quote });
      words.set(paragraph.anchor, [...mentions, ...here.flatMap((one) => impliedIn(paragraph, one))]);
    }
    for (const note of source.witnessNotes) {
      const place = `${source.id}#${note.id}`;
      const mentions = note.paragraphs.flatMap((text) => find(place, text.words));
      for (const entity of entitiesOf(mentions)) on(entity)?.witnessNotes.push(note);
    }
    for (const note of source.editorNotes) {
      const under = (words.get(note.at?.anchor ?? '') ?? []).filter(
        ({ start, end }) => note.quote && note.quote.start < end && note.quote.end > start,
      );
      const named = [note.id, ...(note.header?.about ?? [])].flatMap((id) => byId.get(id) ?? []);
      const about = new Set([...named, ...entitiesOf(under)]);
      for (const entity of about) on(entity)?.editorNotes.push(note);
    }
  }
  return spoken;
}

/** The same by the id of each entity, which must be of one kind. */
export function spokenOfById(...of: Parameters<typeof spokenOf>): Map<string, SpokenOf[]> {
  return new Map([...spokenOf(...of)].map(([{ id }, bySource]) => [id, bySource]));
}

/** What a source has, begun if it is new; it is the last of the parts or not among them. */
function partOf(parts: SpokenOf[], source: Source): SpokenOf {
  const last = parts.at(-1);
  if (last?.source === source) return last;
  const part: SpokenOf = { source, named: [], implied: [], witnessNotes: [], editorNotes: [] };
  parts.push(part);
  return part;
}

function entitiesOf(mentions: readonly Pick<Mention, 'entity'>[]): Set<Entity> {
  return new Set(mentions.map(({ entity }) => entity));
}

function impliedIn({ words }: Paragraph, { entity, quote, occurrence }: Implied): Spoken[] {
  const found = locate(words, quote, occurrence);
  return 'start' in found ? [{ entity, ...found }] : [];
}
