import { reference, standardInWords } from '../edition/labels.ts';
import type { Edition, NoteHeader, Work } from '../edition/model.ts';

/** A work as a bibliography prints it, without markup and without a full stop: `Carr, “Title”, in …, 1958, p. 3`. */
export function referenceText(work: Work, locator?: string): string {
  const { before, title, isPart, after, url } = reference(work);
  const isPlain = title.startsWith('[') || !isPart;
  return [before, isPlain ? title : `“${title}”`, after, locator, url].filter(Boolean).join(', ');
}

/**
 * What a note rests on: its works in a line, and whether it is standard knowledge in another, as far as
 * there is either.
 * @param escape writes the words of a reference in the format of the file.
 */
export function groundLines(
  { references, checked }: NoteHeader,
  { works }: Pick<Edition, 'works'>,
  escape: (words: string) => string = (words) => words,
): string[] {
  const list = references.flatMap(({ id, locator, seen }) => {
    const work = works.get(id);
    return work ? [`${escape(referenceText(work, locator))}${seen ? '' : ' (not seen)'}.`] : [];
  });
  const named = list.length > 0 ? `References: ${list.join(' ')}` : '';
  return [named, standardInWords(references, checked)].filter(Boolean);
}
