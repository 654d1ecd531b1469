/** Where the texts and the notes on them speak of an entity. */
import { locate } from './find.ts';
import type { MentionFinder } from './mentions.ts';
import type { Entity, Note, Paragraph, Source } from './model.ts';
import { tokens } from './normalise.ts';

/** What one source has on an entity, the author's words apart from notes. */
export interface SpokenOf {
  source: Source;
  /** Paragraphs that name it. */
  named: Paragraph[];
  /** Words that speak of it without its name. */
  implied: { paragraph: Paragraph; words: string }[];
  /** Notes that came with the witness and name it. */
  witnessNotes: Note[];
  /** Editor's notes on it: with its id, or on words that name or imply it. */
  editorNotes: Note[];
}

/** The sources in their order, those without a word on the entity too. */
export function spokenOf(entity: Entity, sources: readonly Source[], find: MentionFinder): SpokenOf[] {
  return sources.map((source) => {
    const spans = spansIn(entity, source, find);
    const implied = entity.implied.flatMap(({ at, quote }) => {
      const paragraph = source.paragraphs.find(({ anchor }) => at === `${source.id}#${anchor}`);
      return paragraph ? [{ paragraph, words: quote }] : [];
    });
    const mentions = (note: Note): boolean =>
      note.paragraphs.some(({ words }) => names(entity, `${source.id}#${note.id}`, words, find));
    const isAbout = (note: Note): boolean =>
      note.id === entity.id ||
      spans.some(
        ({ anchor, start, end }) =>
          note.at?.anchor === anchor && note.quote && note.quote.start < end && note.quote.end > start,
      );
    return {
      source,
      named: source.paragraphs.filter(({ anchor, words }) =>
        names(entity, `${source.id}#${anchor}`, words, find),
      ),
      implied,
      witnessNotes: source.witnessNotes.filter(mentions),
      editorNotes: source.editorNotes.filter(isAbout),
    };
  });
}

function names(entity: Entity, place: string, words: string, find: MentionFinder): boolean {
  return find(place, tokens(words)).some((mention) => mention.entity === entity);
}

/** The words of a source that name or imply an entity. */
function spansIn(
  entity: Entity,
  source: Source,
  find: MentionFinder,
): { anchor: string; start: number; end: number }[] {
  return source.paragraphs.flatMap(({ anchor, words }) => {
    const place = `${source.id}#${anchor}`;
    const named = find(place, tokens(words)).filter((mention) => mention.entity === entity);
    const implied = entity.implied
      .filter(({ at }) => at === place)
      .flatMap(({ quote, occurrence }) => {
        const found = locate(words, quote, occurrence);
        return 'start' in found ? [found] : [];
      });
    return [...named, ...implied].map(({ start, end }) => ({ anchor, start, end }));
  });
}
