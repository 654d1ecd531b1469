import type { APIRoute } from 'astro';
import { annotations } from '../../exports/annotations.ts';
import { getFrame } from '../../library.ts';
import { getSourcePaths, type SourceProps } from '../../page-paths.ts';

export const getStaticPaths = getSourcePaths;

/** The notes of a source as Web Annotations. */
export const GET: APIRoute<SourceProps> = async ({ props, site }) =>
  new Response(JSON.stringify(annotations(props.source, (await getFrame()).header, site)), {
    headers: { 'Content-Type': 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"' },
  });
