import { NO_MEMORY, type Memory } from './memory.ts';
import type { Entity, Source } from './model.ts';
import { tokens } from './normalise.ts';

/** A form as forms are compared: its words as `tokens()` folds them, with a space between any two. */
export function foldForm(form: string): string {
  return tokens(form)
    .map(({ token }) => token)
    .join(' ');
}

/** The forms that mean this entity wherever they stand, but for its exclusions: name, `forms`, `other`. */
export function plainForms({ name, forms, other }: Entity): string[] {
  return [name, ...forms, ...other];
}

/** Whether a form stands in words letter for letter, as whole words; `s` or `’s` may follow it. */
export function standsIn(words: string, form: string): boolean {
  const letters = form.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
  return new RegExp(String.raw`(?<![\p{L}\p{N}])${letters}(?:['’‘]?s)?(?![\p{L}\p{N}])`, 'u').test(
    words.replaceAll('\u00A0', ' '),
  );
}

const word = /[\p{L}\p{N}]+/gu;

/**
 * Those of some forms that stand in any text or note, as `standsIn()` has it. Each text is read once,
 * however many forms there are, and a form is looked for only where its first word stands. A form that was
 * found before is looked for no more while its source is the same.
 */
export function standingIn(
  sources: readonly Source[],
  forms: readonly string[],
  memory: Memory = NO_MEMORY,
): Set<string> {
  const foundIn = memory.own('where forms stand', () => new Map<string, Source>());
  const present = new Set(sources);
  const sought = new Map<string, Set<string>>();
  const seek = (first: string, form: string) => {
    sought.set(first, (sought.get(first) ?? new Set()).add(form));
  };
  for (const form of forms) {
    const source = foundIn.get(form);
    if (source && present.has(source)) continue;
    foundIn.delete(form);
    const [first = ''] = form.match(word) ?? [];
    seek(first, form);
    if (form.endsWith(first)) seek(`${first}s`, form);
  }
  for (const source of sources) {
    if (sought.size === 0) break;
    for (const text of textsOf(source).values()) {
      for (const first of new Set(['', ...(text.match(word) ?? [])])) {
        const here = sought.get(first);
        if (!here) continue;
        for (const form of here) {
          if (!foundIn.has(form) && !standsIn(text, form)) continue;
          foundIn.set(form, source);
          here.delete(form);
        }
        if (here.size === 0) sought.delete(first);
      }
    }
  }
  return new Set(foundIn.keys());
}

/** The words of every paragraph and note, under the names that entities use: `strong-1934#p3`. */
export function wordsByPlace(sources: readonly Source[]): Map<string, string> {
  return new Map(sources.flatMap((source) => [...textsOf(source)]));
}

const textsBySource = new WeakMap<Source, Map<string, string>>();

function textsOf(source: Source): Map<string, string> {
  const texts = textsBySource.get(source) ?? makeTexts(source);
  textsBySource.set(source, texts);
  return texts;
}

function makeTexts({ id, paragraphs, witnessNotes, editorNotes }: Source): Map<string, string> {
  const places = new Map<string, string>();
  for (const { anchor, words } of paragraphs) places.set(`${id}#${anchor}`, words);
  for (const note of [...witnessNotes, ...editorNotes]) {
    places.set(`${id}#${note.id}`, note.paragraphs.map(({ words }) => words).join('\n'));
  }
  return places;
}
