import { reference } from '../edition/labels.ts';
import type { Work } from '../edition/model.ts';

/** A work as a bibliography prints it, without markup and without a full stop: `Carr, “Title”, in …, 1958, p. 3`. */
export function referenceText(work: Work, locator?: string): string {
  const { before, title, isPart, after, url } = reference(work);
  const isPlain = title.startsWith('[') || !isPart;
  return [before, isPlain ? title : `“${title}”`, after, locator, url].filter(Boolean).join(', ');
}
