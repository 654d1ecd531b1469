/** What is typed to see less of a list: one reading of it for every list. */
import { foldForm } from '../edition/forms.ts';

/** Texts as a filter reads them, folded as search folds words. */
export function filterable(...texts: string[]): string {
  return texts.map((text) => ` ${foldForm(text)}`).join('');
}

/** Whether every word that is asked for begins some word of a text made by `filterable()`; all pass where none is asked for. */
export function filterFor(asked: string): (text: string) => boolean {
  const words = foldForm(asked).split(' ').filter(Boolean);
  return (text) => words.every((word) => text.includes(` ${word}`));
}
