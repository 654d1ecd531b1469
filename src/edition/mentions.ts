import { foldForm, plainForms } from './forms.ts';
import type { Entity } from './model.ts';
import { tokens } from './normalise.ts';

/** Words that name an entity, by offset. */
export interface Mention {
  entity: Entity;
  start: number;
  end: number;
}

/** Every mention in the words of one paragraph or note, in their order. */
export type MentionFinder = (place: string, words: string) => readonly Mention[];

interface Form {
  entity: Entity;
  /** Its words, folded. */
  phrase: string[];
  /** The only places where it means the entity; everywhere if undefined. */
  only: ReadonlySet<string> | undefined;
  /** The places where it does not. */
  not: ReadonlySet<string>;
}

/**
 * Finds where entities are named. Of two forms of one entity that share a word, the one that begins
 * first counts, then the longer; forms of different entities may share words. A place is written as
 * entities write it, `strong-1934#p3`. What was found is kept: pages, formats and the index all ask for it.
 */
export function mentionFinder(entities: readonly Entity[]): MentionFinder {
  const find = finder(entities);
  const found = new Map<string, { words: string; mentions: Mention[] }[]>();
  return (place, words) => {
    const here = found.get(place) ?? [];
    const known = here.find((one) => one.words === words);
    if (known) return known.mentions;
    const mentions = find(place, words);
    found.set(place, [...here.slice(-mostKept), { words, mentions }]);
    return mentions;
  };
}

/** So many readings of one place are kept beside the newest: its note as a whole and by paragraphs, or as an editor writes it. */
const mostKept = 7;

function finder(entities: readonly Entity[]): (place: string, words: string) => Mention[] {
  const byFirstWord = Map.groupBy(entities.flatMap(formsOf), ({ phrase }) => phrase[0] ?? '');
  return (place, text) => {
    const words = tokens(text);
    const found = new Map<Entity, Mention>();
    const mentions: Mention[] = [];
    words.forEach(({ token, start }, first) => {
      const here = new Map<Entity, number>();
      for (const { entity, phrase, only, not } of byFirstWord.get(token) ?? []) {
        if ((only && !only.has(place)) || not.has(place)) continue;
        const end = words[first + phrase.length - 1]?.end;
        if (end === undefined || !phrase.every((word, index) => words[first + index]?.token === word))
          continue;
        here.set(entity, Math.max(end, here.get(entity) ?? 0));
      }
      for (const [entity, end] of here) {
        if ((found.get(entity)?.end ?? 0) > start) continue;
        const mention = { entity, start, end };
        found.set(entity, mention);
        mentions.push(mention);
      }
    });
    return mentions;
  };
}

/** The forms of an entity, each also as a possessive or plural. */
function formsOf(entity: Entity): Form[] {
  const plain = new Set(plainForms(entity).map(foldForm));
  const places = new Map<string, { only: Set<string> | undefined; not: Set<string> }>();
  for (const form of plain) places.set(form, { only: undefined, not: new Set() });
  for (const { form, at } of entity.exclude)
    for (const place of at) places.get(foldForm(form))?.not.add(place);
  for (const { form, at } of entity.ambiguous) {
    const folded = foldForm(form);
    const known = places.get(folded) ?? { only: new Set<string>(), not: new Set<string>() };
    for (const place of at) {
      known.only?.add(place);
      known.not.delete(place);
    }
    places.set(folded, known);
  }
  places.delete('');
  return [...places].flatMap(([form, where]) => {
    const phrase = form.split(' ');
    const withS = phrase.map((word, index) => (index === phrase.length - 1 ? `${word}s` : word));
    return [phrase, withS].map((words) => ({ entity, phrase: words, ...where }));
  });
}
