import type { APIRoute } from 'astro';
import { sourceJson } from '../../../exports/json/source.ts';
import { getFormats, getFrame, getMentionFinder, getPlainCitation } from '../../../library.ts';
import { getFilePaths, type SourceProps } from '../../../page-paths.ts';

export const getStaticPaths = getFilePaths;

/** A source with all that stands around it, for programs. */
export const GET: APIRoute<SourceProps> = async ({ props: { source, meetings }, site }) => {
  const [edition, formats, find, citation] = await Promise.all([
    getFrame(),
    getFormats(),
    getMentionFinder(),
    getPlainCitation(source),
  ]);
  return Response.json(sourceJson(source, { edition, site, formats, find, citation, meetings }));
};
