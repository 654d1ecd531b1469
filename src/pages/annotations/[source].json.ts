import type { APIRoute } from 'astro';
import { annotations } from '../../exports/annotations.ts';
import { getEdition, getSources } from '../../library.ts';

type Props = { source: Awaited<ReturnType<typeof getSources>>[number] };

export async function getStaticPaths() {
  return (await getSources()).map((source) => ({ params: { source: source.id }, props: { source } }));
}

/** The notes of a source as Web Annotations. */
export const GET: APIRoute<Props> = async ({ props, site }) =>
  new Response(JSON.stringify(annotations(props.source, (await getEdition()).header, site)), {
    headers: { 'Content-Type': 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"' },
  });
