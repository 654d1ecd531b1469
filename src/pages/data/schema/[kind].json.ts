import type { APIRoute } from 'astro';
import { addressOf, schemaPath } from '../../../routes.ts';
import { dataKinds, jsonSchema, type DataKind } from '../../../schemas/data/json-schema.ts';

type Props = { kind: DataKind };

export function getStaticPaths() {
  return dataKinds.map((kind) => ({ params: { kind }, props: { kind } }));
}

/** What JSON files of one kind hold. */
export const GET: APIRoute<Props> = ({ props: { kind }, site }) =>
  new Response(JSON.stringify(jsonSchema(kind, addressOf(schemaPath(kind), site)), null, 2), {
    headers: { 'Content-Type': 'application/schema+json' },
  });
