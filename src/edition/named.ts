/** Who and what is named in the text of a source, for its readers. */
import type { Entity, Source } from './model.ts';
import type { MentionFinder } from './mentions.ts';

/** Words of a paragraph that name an entity; no two of them share a character. */
export interface NamedWords {
  start: number;
  end: number;
  entity: Entity;
}

/** The names in each paragraph, by its anchor. Of names that share words the longer is kept (`Moscow News`). */
export function namedWords(source: Source, find: MentionFinder): Map<string, NamedWords[]> {
  return new Map(
    source.paragraphs.map(({ anchor, words }) => {
      const kept: NamedWords[] = [];
      const found = find(`${source.id}#${anchor}`, words);
      for (const mention of found.toSorted((a, b) => b.end - b.start - (a.end - a.start))) {
        if (kept.every(({ start, end }) => mention.end <= start || mention.start >= end)) kept.push(mention);
      }
      return [anchor, kept.sort((a, b) => a.start - b.start)];
    }),
  );
}

/** The entities that the paragraphs of a source name, each with the paragraphs that do, in their order. */
export function namedEntities(source: Source, find: MentionFinder): Map<Entity, string[]> {
  const named = new Map<Entity, string[]>();
  for (const { anchor, words } of source.paragraphs) {
    const here = new Set(find(`${source.id}#${anchor}`, words).map(({ entity }) => entity));
    for (const entity of here) named.set(entity, [...(named.get(entity) ?? []), anchor]);
  }
  return named;
}
