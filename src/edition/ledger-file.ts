import type { z } from 'zod';
import type { Place } from './model.ts';
import type { Result } from './problem.ts';
import type { RawFile } from './raw.ts';
import { readYaml } from './yaml.ts';

/** Reads a ledger; what is not there, or cannot be read, is `empty` itself. */
export function readLedger<T>(file: RawFile | undefined, schema: z.ZodType<T>, empty: T): Result<T> {
  if (!file) return { value: empty, problems: [] };
  const asWritten = readAsWritten(file.text, schema);
  if (asWritten) return { value: asWritten, problems: [] };
  // JSON is YAML, so one reader gives both their lines.
  const { value, problems } = readYaml(file.text, file.file, schema);
  return { value: value ?? empty, problems };
}

/** Where the record of an id stands in a ledger. @param file its path, where there is none yet. */
export function recordPlaces(ledger: RawFile | undefined, file: string): (id: string) => Place {
  const text = ledger?.text ?? '';
  return (id) => {
    const at = text.indexOf(`"${id}":`);
    return { file: ledger?.file ?? file, line: at === -1 ? 1 : text.slice(0, at).split('\n').length };
  };
}

/**
 * A ledger that stands just as it was written, which is read much faster than YAML; undefined for one
 * that anybody has touched (or that has a key twice, of which JSON keeps the last).
 */
function readAsWritten<T>(text: string, schema: z.ZodType<T>): T | undefined {
  try {
    const json: unknown = JSON.parse(text);
    if (`${JSON.stringify(json, null, 2)}\n` !== text) return undefined;
    return schema.safeParse(json).data;
  } catch {
    return undefined;
  }
}
