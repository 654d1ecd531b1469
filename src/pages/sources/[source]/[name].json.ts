import type { APIRoute } from 'astro';
import { sourceJson } from '../../../exports/json/source.ts';
import { getEdition, getFormats, getMentionFinder, getPlainCitation, getSources } from '../../../library.ts';

type Props = { source: Awaited<ReturnType<typeof getSources>>[number] };

export async function getStaticPaths() {
  return (await getSources()).map((source) => ({
    params: { source: source.id, name: source.id },
    props: { source },
  }));
}

/** A source with all that stands around it, for programs. */
export const GET: APIRoute<Props> = async ({ props: { source }, site }) => {
  const [edition, formats, find, citation] = await Promise.all([
    getEdition(),
    getFormats(),
    getMentionFinder(),
    getPlainCitation(source),
  ]);
  return Response.json(sourceJson(source, { edition, site, formats, find, citation }));
};
