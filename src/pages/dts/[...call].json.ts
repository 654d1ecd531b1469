import type { APIRoute } from 'astro';
import { makeService } from '../../exports/dts/answers.ts';
import { jsonAnswers, type Answer } from '../../exports/dts/calls.ts';
import { getEdition } from '../../library.ts';
import { DTS } from '../../routes.ts';

type Props = { make: Answer<object>['make'] };

export async function getStaticPaths() {
  const service = makeService(await getEdition(), new URL(import.meta.env.SITE));
  return jsonAnswers(service).map(({ path, make }) => ({
    params: { call: path.slice(DTS.length, -'.json'.length) },
    props: { make },
  }));
}

/** The entry point, a collection or a citation tree of Distributed Text Services. */
export const GET: APIRoute<Props> = ({ props }) =>
  new Response(JSON.stringify(props.make()), { headers: { 'Content-Type': 'application/ld+json' } });
