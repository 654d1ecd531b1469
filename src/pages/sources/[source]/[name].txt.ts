import type { APIRoute } from 'astro';
import { sourceText } from '../../../exports/txt/text.ts';
import { getFrame, getPlainCitation } from '../../../library.ts';
import { getFilePaths, type SourceProps } from '../../../page-paths.ts';

export const getStaticPaths = getFilePaths;

/** A source as plain text. */
export const GET: APIRoute<SourceProps> = async ({ props: { source }, site }) => {
  const [edition, citation] = await Promise.all([getFrame(), getPlainCitation(source)]);
  return new Response(sourceText(source, { edition, site, citation }), {
    headers: { 'Content-Type': 'text/plain; charset=utf-8' },
  });
};
