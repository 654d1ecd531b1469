/**
 * What was made before, so that a program that assembles the edition again and again makes anew only
 * what depends on a file that has changed. It rests on identity: files that have not changed must be
 * the same objects as before, as `readContent()` hands them out with a memory of its own.
 */
export interface Memory {
  /** What `make` gave for `name` the last time, if all that it was made `of` is the same; else it is made. */
  recall<T>(name: string, of: readonly unknown[], make: () => T): T;
  /** Something that one caller keeps for itself under `name`, from one time to the next. */
  own<T>(name: string, begin: () => T): T;
}

/** Remembers nothing, for a program that assembles the edition once. */
export const NO_MEMORY: Memory = { recall: (_name, _of, make) => make(), own: (_name, begin) => begin() };

export function makeMemory(): Memory {
  const made = new Map<string, { of: readonly unknown[]; value: unknown }>();
  const kept = new Map<string, unknown>();
  return {
    recall: <T>(name: string, of: readonly unknown[], make: () => T): T => {
      const known = made.get(name);
      if (known?.of.length === of.length && known.of.every((one, index) => one === of[index]))
        return known.value as T;
      const value = make();
      made.set(name, { of, value });
      return value;
    },
    own: <T>(name: string, begin: () => T): T => {
      if (!kept.has(name)) kept.set(name, begin());
      return kept.get(name) as T;
    },
  };
}
