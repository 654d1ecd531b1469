import type { APIRoute } from 'astro';
import { readingNames } from '../../../exports/reading-names.ts';
import { getMentionFinder } from '../../../library.ts';
import { getSourcePaths, type SourceProps } from '../../../page-paths.ts';

export const getStaticPaths = getSourcePaths;

/** Who and what the paragraphs of a source name, and where. */
export const GET: APIRoute<SourceProps> = async ({ props }) =>
  Response.json(readingNames(props.source, await getMentionFinder()));
