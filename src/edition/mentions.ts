import { foldForm, plainForms } from './forms.ts';
import type { Entity } from './model.ts';
import { findPhrase, type Token } from './normalise.ts';

/** Words that name an entity, by offset. */
export interface Mention {
  start: number;
  end: number;
}

/**
 * Where an entity is named in one paragraph or note, in order and not overlapping: of two forms that
 * share a word, the one that begins first, then the longer. `place` is its name as entities write it,
 * `strong-1934#p3`; `words` are its words from `tokens()`.
 */
export function mentionsIn(entity: Entity, place: string, words: readonly Token[]): Mention[] {
  const found: { first: number; last: number }[] = [];
  for (const form of formsAt(entity, place)) {
    const phrase = form.split(' ');
    for (const first of [...findPhrase(words, phrase), ...findPhrase(words, withS(phrase))]) {
      found.push({ first, last: first + phrase.length - 1 });
    }
  }
  found.sort((a, b) => a.first - b.first || b.last - a.last);
  const mentions: Mention[] = [];
  let next = 0;
  for (const { first, last } of found) {
    if (first < next) continue;
    mentions.push({ start: words[first]?.start ?? 0, end: words[last]?.end ?? 0 });
    next = last + 1;
  }
  return mentions;
}

/** The folded forms that mean the entity in one place. */
function formsAt(entity: Entity, place: string): Set<string> {
  const forms = new Set(plainForms(entity).map(foldForm));
  for (const { form, at } of entity.exclude) if (at.includes(place)) forms.delete(foldForm(form));
  for (const { form, at } of entity.ambiguous) if (at.includes(place)) forms.add(foldForm(form));
  forms.delete('');
  return forms;
}

/** The possessive or plural of a phrase: its last word with an `s`. */
function withS(phrase: readonly string[]): string[] {
  return phrase.map((word, index) => (index === phrase.length - 1 ? `${word}s` : word));
}
