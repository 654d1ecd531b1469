import { hash } from 'node:crypto';

/** Longer values are written as their hash, which is kept: they stand in more than one other value. */
const LONG = 200;

const known = new WeakMap<object, string>();

/**
 * A short string that is another for every other value: of equal plain objects, lists, maps, sets and addresses
 * it is the same in every build. What it was for an object is kept, so that must not change afterwards.
 * @throws Error for a function, an object of a class, or an object that holds itself.
 */
export function digest(value: unknown): string {
  const words = describe(value, new Set());
  return words.length > LONG ? hashOf(words) : words;
}

function describe(value: unknown, around: Set<object>): string {
  if (typeof value === 'function') throw new Error('A function has no digest. Leave it out of the values.');
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'undefined';
  const before = known.get(value);
  if (before !== undefined) return before;
  if (around.has(value)) throw new Error('An object that holds itself has no digest.');
  around.add(value);
  const words = describeObject(value, (part) => describe(part, around));
  around.delete(value);
  if (words.length <= LONG) return words;
  const made = hashOf(words);
  known.set(value, made);
  return made;
}

function describeObject(value: object, part: (value: unknown) => string): string {
  if (Array.isArray(value)) return `[${value.map(part).join()}]`;
  if (value instanceof URL) return `<${value.href}>`;
  if (value instanceof Map) return `map${part([...value])}`;
  if (value instanceof Set) return `set${part([...value])}`;
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null)
    throw new Error(`An object of ${value.constructor.name} has no digest. Leave it out of the values.`);
  return `{${Object.entries(value)
    .map(([name, of]) => `${JSON.stringify(name)}:${part(of)}`)
    .join()}}`;
}

function hashOf(words: string): string {
  return `#${hash('sha256', words, 'base64url')}`;
}
