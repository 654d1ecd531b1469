import type { APIRoute } from 'astro';
import { getCitations } from '../../../library.ts';
import { getSourcePaths, type SourceProps } from '../../../page-paths.ts';

export const getStaticPaths = getSourcePaths;

/** Every citation of a source and its parts, as patterns: see `edition/citation.ts`. */
export const GET: APIRoute<SourceProps> = async ({ props }) =>
  Response.json(await getCitations(props.source));
