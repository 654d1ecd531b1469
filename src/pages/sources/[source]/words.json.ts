import type { APIRoute } from 'astro';
import { getSourceWords } from '../../../library.ts';
import { getSourcePaths, type SourceProps } from '../../../page-paths.ts';

export const getStaticPaths = getSourcePaths;

/** The words of a source and of its notes, each under its hand, for our own scripts. */
export const GET: APIRoute<SourceProps> = async ({ props }) =>
  Response.json(await getSourceWords(props.source));
