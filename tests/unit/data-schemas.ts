/** The published schemas of the JSON for programs, as a program would use them. */
import { Ajv2020 } from 'ajv/dist/2020.js';
import { dataKinds, jsonSchema, type DataKind } from '../../src/schemas/data/json-schema.ts';

const ajv = new Ajv2020({ allErrors: true, strictTypes: false });
ajv.addFormat('uri', (text: string) => URL.canParse(text));
ajv.addFormat('date', /^\d{4}-\d{2}-\d{2}$/);
const validators = new Map(
  dataKinds.map((kind) => [kind, ajv.compile(jsonSchema(kind, `https://example.org/${kind}`))]),
);

/** What a program reads of a file, and what its schema finds wrong with it. */
export function readData<T>(kind: DataKind, made: T): { json: T; faults: unknown[] } {
  const json = JSON.parse(JSON.stringify(made)) as T;
  const validate = validators.get(kind);
  if (!validate) throw new Error(`There is no schema of ${kind}.`);
  validate(json);
  return { json, faults: validate.errors ?? [] };
}
