import type { z } from 'zod';
import { edtf, prose, slug } from '../../schemas/common.ts';
import { below } from './docstrings.ts';

/** A key of a file of `content/`. */
export interface Key {
  /** As `docstringsOf()` writes it. */
  path: string;
  isNeeded: boolean;
  /** What stands when it is left out, where that is something. */
  standard: string | undefined;
  /** What may be written, for a reader: `words`, ``one of `a`, `b` ``. */
  value: string;
  /** How it is to be written, in the words of the check. */
  hint: string | undefined;
}

type Schema = z.core.$ZodType;
type Def = z.core.$ZodTypes['_zod']['def'];

/** Every key of a schema, in the order of the schema, each followed by the keys within it. */
export function keysOf(schema: Schema, path = ''): Key[] {
  const { inner } = unwrap(schema);
  const def = defOf(inner);
  switch (def.type) {
    case 'object':
      return Object.entries(def.shape).flatMap(([name, value]) => keyAndBelow(below(path, name), value));
    case 'array':
      return keysOf(def.element, path);
    case 'record':
      return keysOf(def.valueType, below(path, '*'));
    case 'union':
      return def.options.flatMap((one, index) =>
        keysOf(one, 'discriminator' in def ? below(path, `?${String(index)}`) : path),
      );
    default:
      return [];
  }
}

function keyAndBelow(path: string, schema: Schema): Key[] {
  const { inner, isNeeded, standard } = unwrap(schema);
  const hint = [...new Set(hintsOf(inner))].join(' ') || undefined;
  return [{ path, isNeeded, standard, value: describe(inner), hint }, ...keysOf(inner, path)];
}

function defOf(schema: Schema): Def {
  return schema._zod.def as Def;
}

function unwrap(schema: Schema): { inner: Schema; isNeeded: boolean; standard: string | undefined } {
  const def = defOf(schema);
  if (def.type === 'optional') return { ...unwrap(def.innerType), isNeeded: false };
  if (def.type !== 'default') return { inner: schema, isNeeded: true, standard: undefined };
  const value = def.defaultValue;
  const isPlain = ['string', 'number', 'boolean'].includes(typeof value);
  return { ...unwrap(def.innerType), isNeeded: false, standard: isPlain ? String(value) : undefined };
}

/** What may be written for a value. */
function describe(schema: Schema): string {
  if (schema === slug) return 'an id';
  if (schema === prose) return 'words';
  if (schema === edtf) return 'a date';
  const def = defOf(schema);
  switch (def.type) {
    case 'object':
      return 'keys';
    case 'array':
      return `a list: ${describe(def.element)}`;
    case 'record':
      return `keys, each with ${describe(def.valueType)}`;
    case 'union':
      return [...new Set(def.options.map((one) => describe(unwrap(one).inner)))].join(' or ');
    case 'enum':
      return `one of ${Object.values(def.entries)
        .map((one) => `\`${String(one)}\``)
        .join(', ')}`;
    case 'literal':
      return def.values.map((one) => `\`${String(one)}\``).join(' or ');
    case 'number':
      return 'a number';
    case 'boolean':
      return '`true` or `false`';
    default:
      return 'text';
  }
}

/** What the check says of a value that it refuses, for those that are text of a set form. */
function hintsOf(schema: Schema): string[] {
  const { inner } = unwrap(schema);
  const def = defOf(inner);
  if (def.type === 'array') return hintsOf(def.element);
  if (def.type === 'record') return hintsOf(def.valueType);
  if (def.type === 'union') return def.options.flatMap(hintsOf);
  if (def.type !== 'string' || inner === slug || inner === prose || inner === edtf) return [];
  const message = (inner as z.ZodType).safeParse('\u0001').error?.issues[0]?.message;
  return message?.startsWith('Write ') ? [message] : [];
}
