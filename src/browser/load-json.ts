const loading = new Map<string, Promise<unknown>>();

/**
 * A file of the site, loaded once; again after a failure. Its name stays the same from release to
 * release, so the server is asked whether it changed.
 */
export function loadJson<T>(path: string): Promise<T> {
  const loaded =
    loading.get(path) ??
    fetch(path, { cache: 'no-cache' }).then((response) => {
      if (!response.ok) throw new Error(`${path}: ${String(response.status)}`);
      return response.json();
    });
  loading.set(path, loaded);
  loaded.catch(() => loading.delete(path));
  return loaded as Promise<T>;
}
