import type { SourceCitations } from '../edition/citation.ts';
import { citationsPath } from '../routes.ts';

const loading = new Map<string, Promise<SourceCitations>>();

/** The citations of a source, loaded once; again after a failure. */
export function loadCitations(sourceId: string): Promise<SourceCitations> {
  const loaded =
    loading.get(sourceId) ??
    fetch(citationsPath(sourceId), { cache: 'no-cache' }).then((response) => {
      if (!response.ok) throw new Error(`citations.json: ${String(response.status)}`);
      return response.json() as Promise<SourceCitations>;
    });
  loading.set(sourceId, loaded);
  loaded.catch(() => loading.delete(sourceId));
  return loaded;
}
