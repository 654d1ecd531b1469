import type { Edition } from '../../edition/model.ts';
import { dateOfRelease } from '../../edition/releases.ts';
import { notePath, sourcePath } from '../../routes.ts';

/**
 * When the words of a page last changed, by its path, as far as the ledgers tell: the day of the release
 * that did it. Undefined for other pages, and while that release is in preparation.
 */
export function lastChanged({ header, sources }: Edition): (path: string) => string | undefined {
  const dates = new Map<string, string>();
  for (const { id, ledger } of sources) {
    const notes = Object.entries(ledger.notes);
    for (const [noteId, { changed }] of notes) keep(notePath({ sourceId: id, id: noteId }), changed);
    for (const { changed, retired } of [
      ...Object.values(ledger.anchors),
      ...notes.map(([, record]) => record),
    ])
      keep(sourcePath(id), retired ?? changed);
  }
  return (path) => dates.get(path);

  function keep(path: string, release: string): void {
    const date = dateOfRelease(header, release);
    if (date !== undefined && date > (dates.get(path) ?? '')) dates.set(path, date);
  }
}
