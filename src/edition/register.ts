import { HAND_NAMES, noteName } from './labels.ts';
import { foldForm } from './forms.ts';
import { mentionFinder, type Mention, type MentionFinder } from './mentions.ts';
import type { Division, Edition, Entity, Hand, Note, Paragraph, Source } from './model.ts';
import { placesOfWords } from './normalise.ts';
import { wordsOf } from './notes.ts';

/** Which source, and no word of its text: what names an entity does not change with the rest of a text. */
export type SourceName = Pick<Source, 'id' | 'header'>;

/** A heading of the witness, a paragraph or a note, in which an entity is named. */
export interface RegisterBlock {
  source: SourceName;
  hand: Hand;
  /** Its anchor, or the id of the note. */
  id: string;
  words: string;
  heading?: Division;
  paragraph?: Paragraph;
  note?: Note;
}

/** A block with every place in it that names the entity, in UTF-16 code units of its words. */
export interface NamedIn {
  block: RegisterBlock;
  places: { start: number; end: number }[];
}

/** All mentions of one entity. */
export interface RegisterEntry {
  entity: Entity;
  /** In the order of the edition; only sources that name it. */
  sources: { source: SourceName; count: number; blocks: NamedIn[] }[];
  /** How often it is named in all. */
  count: number;
  /** The forms that stand in each hand’s words, the most frequent first. */
  forms: { hand: Hand; forms: CountedForm[] }[];
}

export interface CountedForm {
  /** As it stands most often, without the sign of the genitive. */
  form: string;
  count: number;
}

/** How often each form stands in each spelling, by the form as forms are compared. */
type Spellings = Map<string, Map<string, number>>;

/** In the order in which their words stand. */
const hands = Object.keys(HAND_NAMES) as Hand[];

export type Register = ReadonlyMap<Entity, RegisterEntry>;

/**
 * Where each entity is named, whatever it is, in the order of the edition: of each source its text with
 * the headings of the witness, then its notes, hand by hand. Each text is read once.
 */
export function makeRegister(
  { entities, sources }: Pick<Edition, 'entities' | 'sources'>,
  find: MentionFinder = mentionFinder(entities),
): Register {
  const register = new Map<Entity, RegisterEntry>(
    entities.map((entity) => [entity, { entity, sources: [], count: 0, forms: [] }]),
  );
  const forms = new Map<Entity, Map<Hand, Spellings>>();
  for (const source of sources) {
    for (const [entity, named] of namedOnce(source, find)) {
      register.get(entity)?.sources.push(named);
      const byHand = forms.get(entity) ?? new Map<Hand, Spellings>();
      forms.set(entity, byHand);
      for (const { block, places } of named.blocks) {
        const spellings = byHand.get(block.hand) ?? new Map<string, Map<string, number>>();
        byHand.set(block.hand, spellings);
        for (const { start, end } of places) countForm(spellings, block.words.slice(start, end));
      }
    }
  }
  for (const entry of register.values())
    entry.count = entry.sources.reduce((sum, { count }) => sum + count, 0);
  for (const [entity, byHand] of forms) {
    const entry = register.get(entity);
    for (const hand of hands) {
      const spellings = byHand.get(hand);
      if (spellings) entry?.forms.push({ hand, forms: [...spellings.values()].map(commonest).sort(byCount) });
    }
  }
  return register;
}

/** The mentions of one paragraph, heading or note, which is named as `MentionFinder` names it. */
export type MentionsAt = (place: string) => readonly Mention[];

/** What the register holds, by place; in each in the order of the text. */
export function mentionsByPlace(register: Register): MentionsAt {
  const byPlace = new Map<string, Mention[]>();
  for (const { entity, sources } of register.values()) {
    for (const { block, places } of sources.flatMap(({ blocks }) => blocks)) {
      const key = `${block.source.id}#${block.id}`;
      const mentions = byPlace.get(key) ?? [];
      if (mentions.length === 0) byPlace.set(key, mentions);
      for (const { start, end } of places) mentions.push({ entity, start, end });
    }
  }
  for (const mentions of byPlace.values()) mentions.sort((a, b) => a.start - b.start || b.end - a.end);
  return (place) => byPlace.get(place) ?? [];
}

function blocksOf(source: Source, name: SourceName): RegisterBlock[] {
  const text = source.divisions.flatMap((division): RegisterBlock[] => [
    ...(division.supplied || division.heading === ''
      ? []
      : [
          {
            source: name,
            hand: 'author' as const,
            id: division.anchor,
            words: division.heading,
            heading: division,
          },
        ]),
    ...division.paragraphs.map((paragraph) => ({
      source: name,
      hand: 'author' as const,
      id: paragraph.anchor,
      words: paragraph.words,
      paragraph,
    })),
  ]);
  const notes = [...source.witnessNotes, ...source.editorNotes]
    .map((note) => ({ source: name, hand: note.hand, id: note.id, words: wordsOf(note), note }))
    .sort((a, b) => hands.indexOf(a.hand) - hands.indexOf(b.hand));
  return [...text, ...notes];
}

type NamedInSource = RegisterEntry['sources'][number];

const found = new WeakMap<MentionFinder, WeakMap<Source, Map<Entity, NamedInSource>>>();

/** What a source names; its text is read once for as long as it and the entities are the same. */
function namedOnce(source: Source, find: MentionFinder): Map<Entity, NamedInSource> {
  const bySource = found.get(find) ?? new WeakMap<Source, Map<Entity, NamedInSource>>();
  found.set(find, bySource);
  const named = bySource.get(source) ?? namedIn(source, find);
  bySource.set(source, named);
  return named;
}

function namedIn(source: Source, find: MentionFinder): Map<Entity, NamedInSource> {
  const named = new Map<Entity, NamedInSource>();
  const name = { id: source.id, header: source.header };
  for (const block of blocksOf(source, name)) {
    const mentions = find(`${source.id}#${block.id}`, block.words);
    for (const [entity, places] of Map.groupBy(mentions, (mention) => mention.entity)) {
      const here = named.get(entity) ?? { source: name, count: 0, blocks: [] };
      named.set(entity, here);
      here.blocks.push({ block, places: places.map(({ start, end }) => ({ start, end })) });
      here.count += places.length;
    }
  }
  return named;
}

/** Counts words under their form: without the sign of the genitive, whatever their capitals. */
function countForm(counted: Spellings, words: string): void {
  const form = words.replace(/['’‘]s?$/, '').replace(/\s+/g, ' ');
  const key = foldForm(form);
  const spellings = counted.get(key) ?? new Map<string, number>();
  counted.set(key, spellings);
  spellings.set(form, (spellings.get(form) ?? 0) + 1);
}

function commonest(spellings: ReadonlyMap<string, number>): CountedForm {
  const [[form] = ['']] = [...spellings].sort(([, a], [, b]) => b - a);
  return { form, count: [...spellings.values()].reduce((sum, one) => sum + one, 0) };
}

function byCount(a: CountedForm, b: CountedForm): number {
  return b.count - a.count || a.form.localeCompare(b.form, 'en');
}

/** Every form that stands in the words of some hand. */
export function standingForms({ forms }: Pick<RegisterEntry, 'forms'>): string[] {
  return [...new Set(forms.flatMap((of) => of.forms.map(({ form }) => form)))];
}

/** The names of an entity that stand in no text: modern ones, other transliterations, Cyrillic. */
export function otherForms({ entity, forms }: RegisterEntry): string[] {
  const standing = new Set(standingForms({ forms }).map(foldForm));
  return entity.other.filter((form) => !standing.has(foldForm(form)));
}

/** Words of a text around places in it. */
export interface Context {
  /** Whether words before it, or after it, are left out. */
  isCut: { before: boolean; after: boolean };
  /** Its words in their order; those that name the entity are marked. */
  parts: { words: string; isMarked: boolean }[];
}

/** So many words stand on each side of a place. */
const wordsAround = 12;

/** The places of a block in their contexts; places whose contexts meet share one. */
export function contextsOf({ block: { words: text }, places }: NamedIn): Context[] {
  const stretches: { start: number; end: number; places: NamedIn['places'] }[] = [];
  for (const place of places) {
    const [start, end] = [startBefore(text, place.start), endAfter(text, place.end)];
    const last = stretches.at(-1);
    if (last && start <= last.end) {
      last.end = end;
      last.places.push(place);
    } else stretches.push({ start, end, places: [place] });
  }
  return stretches.map(({ start, end, places: marked }) => {
    const parts: Context['parts'] = [];
    let at = start;
    for (const place of marked) {
      parts.push({ words: text.slice(at, place.start), isMarked: false });
      parts.push({ words: text.slice(place.start, place.end), isMarked: true });
      at = place.end;
    }
    parts.push({ words: text.slice(at, end), isMarked: false });
    return {
      isCut: { before: start > 0, after: end < text.length },
      parts: parts.filter((part) => part.words !== ''),
    };
  });
}

/** So many letters are read for the words before a place; where they hold too few, twice as many. */
const lettersBefore = 9 * wordsAround;

/** Where the words before a place begin: 0 where there are no more than enough. */
function startBefore(text: string, place: number, letters = lettersBefore): number {
  const from = place > letters ? text.lastIndexOf(' ', place - letters) + 1 : 0;
  const words = [...placesOfWords(text.slice(from, place))];
  const first = words[words.length - wordsAround];
  if (first && (from > 0 || words.length > wordsAround)) return from + first.start;
  return from === 0 ? 0 : startBefore(text, place, 2 * letters);
}

/** Where the words after a place end: with the text where there are no more than enough. */
function endAfter(text: string, place: number): number {
  const next = placesOfWords(text.slice(place))
    .take(wordsAround + 1)
    .toArray();
  const last = next[wordsAround - 1];
  return last && next.length > wordsAround ? place + last.end : text.length;
}

/** `¶ 12`, `note 3`, or the title of an editor’s note: where the hand is told beside it. */
export function blockName({ paragraph, note }: RegisterBlock): string {
  if (paragraph) return `¶ ${paragraph.number}`;
  return note ? (note.header?.title ?? noteName(note)) : 'heading';
}

/** So many sources are named one by one in a list. */
export const fewSources = 12;

/** `Strong 1934: 12 (3 in notes); James 1937: 3`; of many sources, how many there are. */
export function countsOf({ sources, count }: RegisterEntry): string {
  if (sources.length > fewSources) return `${String(count)} times in ${String(sources.length)} sources`;
  return sources
    .map(({ source, count: times, blocks }) => {
      const inNotes = countIn(blocks.filter(({ block }) => block.hand !== 'author'));
      const notes =
        inNotes === 0 ? '' : ` (${inNotes === times ? 'in notes' : `${String(inNotes)} in notes`})`;
      return `${source.header.short}: ${String(times)}${notes}`;
    })
    .join('; ');
}

/** How often an entity is named in some blocks. */
export function countIn(blocks: readonly NamedIn[]): number {
  return blocks.reduce((sum, { places }) => sum + places.length, 0);
}
