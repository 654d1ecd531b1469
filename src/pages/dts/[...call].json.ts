import type { APIRoute } from 'astro';
import { jsonAnswers, type Answer } from '../../exports/dts/calls.ts';
import { getTextService } from '../../library.ts';
import { DTS } from '../../routes.ts';

type Props = { make: Answer<object>['make'] };

export async function getStaticPaths() {
  return jsonAnswers(await getTextService()).map(({ path, make }) => ({
    params: { call: path.slice(DTS.length, -'.json'.length) },
    props: { make },
  }));
}

/** The entry point, a collection or a citation tree of Distributed Text Services. */
export const GET: APIRoute<Props> = ({ props }) =>
  new Response(JSON.stringify(props.make()), { headers: { 'Content-Type': 'application/ld+json' } });
