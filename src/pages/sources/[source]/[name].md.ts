import type { APIRoute } from 'astro';
import { sourceMarkdown } from '../../../exports/md/text.ts';
import { getFrame, getPlainCitation } from '../../../library.ts';
import { getFilePaths, type SourceProps } from '../../../page-paths.ts';

export const getStaticPaths = getFilePaths;

/** A source as Markdown. */
export const GET: APIRoute<SourceProps> = async ({ props: { source }, site }) => {
  const [edition, citation] = await Promise.all([getFrame(), getPlainCitation(source)]);
  return new Response(sourceMarkdown(source, { edition, site, citation }), {
    headers: { 'Content-Type': 'text/markdown; charset=utf-8' },
  });
};
