/** The schemas of all JSON files for programs, as JSON Schema. */
import { z } from 'zod';
import { diagramSchema } from './diagram.ts';
import { entitySchema, workSchema } from './entity.ts';
import { claimsSchema, figureSchema } from './figure.ts';
import { indexSchema } from './index-of-all.ts';
import { noteSchema } from './note.ts';
import { sourceSchema } from './source.ts';
import { topicSchema } from './topic.ts';

const schemas = {
  source: sourceSchema,
  note: noteSchema,
  entity: entitySchema,
  work: workSchema,
  topic: topicSchema,
  figure: figureSchema,
  claims: claimsSchema,
  diagram: diagramSchema,
  index: indexSchema,
};

export type DataKind = keyof typeof schemas;
export const dataKinds = Object.keys(schemas) as DataKind[];

/**
 * A schema in draft 2020-12 of JSON Schema.
 * @param address where it is published.
 */
export function jsonSchema(kind: DataKind, address: string): object {
  const { $schema, ...rest } = z.toJSONSchema(schemas[kind]);
  return { $schema, $id: address, ...rest };
}
